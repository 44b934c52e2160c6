import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Risk, Role } from "@/lib/contract/endpoint";
import { AppError } from "@/lib/errors";

/** What an operation asks of its caller. */
export interface Needs {
  role: Role;
  risk: Risk;
}

const RANK: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 };

/** The least role for a risk, whatever the operation's own role says: a body can raise the risk of a call. */
const LEAST: Record<Risk, Role> = {
  read: "viewer",
  reversible: "operator",
  costly: "operator",
  destructive: "admin",
  privacy: "admin",
};

/** Throws AppError `forbidden` unless the actor's role covers both the operation's role and its risk. */
export function authorize(actor: Actor, { role, risk }: Needs): void {
  const needed = RANK[role] >= RANK[LEAST[risk]] ? role : LEAST[risk];
  if (RANK[actor.role] >= RANK[needed]) return;
  throw new AppError(
    "forbidden",
    `This needs the role ${needed}; yours is ${actor.role}. Nothing was changed.`,
  );
}

import { Bell, Cable, CircleUserRound, LayoutDashboard, type LucideIcon, Plus } from "lucide-react";

export interface Place {
  href: string;
  label: string;
  icon: LucideIcon;
}

export const OVERVIEW: Place = { href: "/", label: "Overview", icon: LayoutDashboard };
export const CONNECTIONS: Place = { href: "/connections", label: "Connections", icon: Cable };
export const ALERTS: Place = { href: "/alerts", label: "Alerts", icon: Bell };
export const NEW: Place = { href: "/connections/new", label: "New", icon: Plus };
export const ACCOUNT: Place = { href: "/account", label: "Account", icon: CircleUserRound };

/** Whether a page lies at a place or under it. */
export function isAt(pathname: string, place: Place): boolean {
  return place.href === "/" ? pathname === "/" : `${pathname}/`.startsWith(`${place.href}/`);
}

import "server-only";
import { lookup } from "node:dns/promises";
import { type BlockList, isIP } from "node:net";
import { AppError } from "@/lib/errors";
import { isWithin, networksOf } from "@/lib/networks";

/** Of machines, private networks and nobody, and what hides an IPv4 address: 6to4 and Teredo. */
const INSIDE = networksOf([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
]);
/** All that is given out of IPv6. NAT64 is outside of it. */
const GIVEN_OUT = networksOf(["2000::/3"]);

/** Whether an address belongs to a machine, a private network or nobody, rather than to the internet at large. */
export function isInside(address: string): boolean {
  const plain = plainAddress(address);
  return isWithin(INSIDE, plain) || (isIP(plain) === 6 && !isWithin(GIVEN_OUT, plain));
}

/** An IPv4 address that is written as an IPv6 one, as it is. */
export function plainAddress(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, "")}]/`);
  const mapped = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(hostname);
  if (!mapped) return hostname.slice(1, -1);
  const [high = 0, low = 0] = mapped.slice(1).map((part) => Number.parseInt(part, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/**
 * The address at which a host is reached. Whoever connects takes this one and asks no more, so that a name cannot
 * lead elsewhere once it was looked at.
 * @param allowed private networks that may be sent to
 * @throws AppError `invalid` for one that only private addresses have, `unavailable` where the name is not known
 */
export async function outgoingAddress(host: string, allowed: BlockList): Promise<string> {
  const name = host.replace(/^\[(.*)\]$/, "$1");
  const found = isIP(name)
    ? [name]
    : await lookup(name, { all: true }).then(
        (all) => all.map(({ address }) => address),
        () => {
          throw new AppError("unavailable", `The name ${name} could not be resolved.`);
        },
      );
  const plain = found.map(plainAddress);
  const open = plain.find((address) => !isInside(address) || isWithin(allowed, address));
  if (open !== undefined) return open;
  throw new AppError(
    "invalid",
    `${name} leads to a private address, and HEADGATE_ALERT_NETWORKS does not name its network. Nothing was sent.`,
  );
}

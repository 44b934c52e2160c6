import "server-only";
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { AppError } from "@/lib/errors";

const INSIDE = new BlockList();
for (const [network, length] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
  ] as const),
  ...([
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
  ] as const),
  ...([
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
])
  INSIDE.addSubnet(network, length, "ipv4");
/** All that is not of the internet at large, and what hides an IPv4 address: NAT64, 6to4, Teredo. */
const OUTSIDE_V6 = new BlockList();
OUTSIDE_V6.addSubnet("2000::", 3, "ipv6");
const HIDING = new BlockList();
for (const [network, length] of [
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ] as const),
])
  HIDING.addSubnet(network, length, "ipv6");

/** Whether an address belongs to a machine, a private network or nobody, rather than to the internet at large. */
export function isInside(address: string): boolean {
  const plain = plainAddress(address);
  if (isIP(plain) === 4) return INSIDE.check(plain, "ipv4");
  return !OUTSIDE_V6.check(plain, "ipv6") || HIDING.check(plain, "ipv6");
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
  const open = plain.find(
    (address) => !isInside(address) || allowed.check(address, isIP(address) === 4 ? "ipv4" : "ipv6"),
  );
  if (open !== undefined) return open;
  throw new AppError(
    "invalid",
    `${name} leads to a private address, and HEADGATE_ALERT_NETWORKS does not name its network. Nothing was sent.`,
  );
}

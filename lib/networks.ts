import "server-only";
import { BlockList, isIP } from "node:net";

/** Whether a text is an address, or a network such as "10.20.0.0/16". */
export function isNetwork(text: string): boolean {
  const [address = "", length] = text.split("/");
  const most = isIP(address) === 4 ? 32 : 128;
  return isIP(address) > 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most));
}

/** Networks to look addresses up in; each as `isNetwork` takes it. */
export function networksOf(list: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const text of list) {
    const [address = "", length] = text.split("/");
    const type = isIP(address) === 4 ? "ipv4" : "ipv6";
    networks.addSubnet(address, length === undefined ? (type === "ipv4" ? 32 : 128) : Number(length), type);
  }
  return networks;
}

/** Whether an address is of one of the networks. */
export const isWithin = (networks: BlockList, address: string): boolean =>
  networks.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

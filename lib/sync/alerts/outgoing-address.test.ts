import { BlockList } from "node:net";
import { expect, test } from "vitest";
import { isInside, outgoingAddress, plainAddress } from "@/lib/sync/alerts/outgoing-address";

test.each([
  ...["127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"],
  ...["224.0.0.1", "255.255.255.255", "::1", "::", "fd00::1", "fe80::1", "fe80::1%eth0", "ff02::1"],
  ...["::ffff:127.0.0.1", "::ffff:a00:1", "64:ff9b::a00:1", "2002:a00:1::", "2001:0:a00:1::", "fec0::1"],
])("%s is no address of the internet", (address) => {
  expect(isInside(address)).toBe(true);
});

test.each(["1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1"])("%s is one", (address) => {
  expect(isInside(address)).toBe(false);
});

test("an IPv4 address is found in its long form", () => {
  expect(plainAddress("::ffff:7f00:1")).toBe("127.0.0.1");
});

test("a private one is refused unless its network is allowed, by a name or as it is", async () => {
  const none = new BlockList();
  const own = new BlockList();
  own.addSubnet("127.0.0.0", 8, "ipv4");
  await expect(outgoingAddress("localhost", none)).rejects.toMatchObject({ code: "invalid" });
  await expect(outgoingAddress("[::ffff:127.0.0.1]", none)).rejects.toMatchObject({ code: "invalid" });
  expect(await outgoingAddress("127.0.0.1", own)).toBe("127.0.0.1");
  expect(await outgoingAddress("[::ffff:127.0.0.1]", own)).toBe("127.0.0.1");
  await expect(outgoingAddress("10.0.0.1", own)).rejects.toMatchObject({ code: "invalid" });
});

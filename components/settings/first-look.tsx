"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { accountStatus } from "@/lib/queries/account";

const FirstRun = dynamic(() => import("@/components/settings/first-run").then((it) => it.FirstRun));

/** The first look at an account, with the status that the page has anyway; loaded only where it is shown. */
export function FirstLook() {
  const { data: status } = useQuery(accountStatus);
  return status ? <FirstRun status={status} /> : null;
}

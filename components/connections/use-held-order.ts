"use client";
import { useMemo, useState } from "react";
import { countDisplaced, type ListOrder } from "@/lib/model/connection-list";

export interface HeldOrder {
  order: ListOrder;
  /** How many rows would move, come or go if the order were made anew. */
  displaced: number;
  refresh: () => void;
}

/**
 * Keeps rows where they are while the data changes under a pointer. A new order is taken when the person asks
 * for something else (`question` differs), by `refresh`, or at once while there is nothing to hold on to.
 */
export function useHeldOrder(question: string, fresh: ListOrder, unsettled: boolean): HeldOrder {
  const [held, setHeld] = useState({ question, order: fresh });
  const stale = held.question !== question || held.order.size === 0 || unsettled;
  const renew = stale && held.order !== fresh;
  if (renew) setHeld({ question, order: fresh });
  const order = renew ? fresh : held.order;
  const displaced = useMemo(() => (order === fresh ? 0 : countDisplaced(order, fresh)), [order, fresh]);
  return { order, displaced, refresh: () => setHeld({ question, order: fresh }) };
}

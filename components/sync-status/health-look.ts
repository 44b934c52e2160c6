import {
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  ClockAlert,
  type LucideIcon,
  OctagonX,
  Pause,
  RefreshCw,
} from "lucide-react";
import type { Health } from "@/lib/model/health";

export interface HealthLook {
  word: string;
  icon: LucideIcon;
  /** Sets word colour, `fill` and `soft`. */
  className: string;
  /** How the icon moves or is filled. */
  iconClass: string;
}

/** Shape, word and colour of each health; never one without the others, save a hidden word in a narrow cell. */
export const HEALTH_LOOK: Record<Health, HealthLook> = {
  broken: { word: "Broken", icon: OctagonX, className: "st-broken", iconClass: "" },
  delayed: { word: "Delayed", icon: ClockAlert, className: "st-delayed", iconClass: "" },
  incomplete: { word: "Incomplete", icon: CircleDashed, className: "st-incomplete", iconClass: "" },
  syncing: { word: "Syncing", icon: RefreshCw, className: "st-syncing", iconClass: "animate-turn" },
  healthy: { word: "Healthy", icon: CircleCheck, className: "st-healthy", iconClass: "" },
  paused: { word: "Paused", icon: Pause, className: "st-paused", iconClass: "fill-current [stroke-width:1]" },
  unknown: { word: "Unknown", icon: CircleQuestionMark, className: "st-unknown", iconClass: "" },
};

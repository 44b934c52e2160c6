import type uPlot from "uplot";
import type { CanvasColours } from "@/components/ui/canvas-colours";
import type { RulerMark } from "@/lib/model/charts/ruler-marks";
import type { Stretch } from "@/lib/model/observation";

/** What the two pictures of a connection have in common: one range, one look. Epoch milliseconds. */
export interface PlotFrame {
  from: number;
  until: number;
  now: number;
  width: number;
  ruler: readonly RulerMark[];
  unseen: readonly Stretch[];
  colours: CanvasColours;
}

const FONT = '11px "Geist Variable", ui-sans-serif, sans-serif';
/** Room for the figures at the left, the same in both pictures so that their times lie above one another. */
const LEFT = 52;

/** The axis of time, its marks on the chosen clock. */
export function timeAxis({ ruler, colours }: PlotFrame, named: boolean): uPlot.Axis {
  return {
    stroke: colours["ink-3"],
    font: FONT,
    size: named ? 24 : 8,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
    splits: () => ruler.map(({ at }) => at),
    values: (_, splits) =>
      named ? splits.map((at) => ruler.find((mark) => mark.at === at)?.text ?? "") : splits.map(() => ""),
  };
}

export function valueAxis({ colours }: PlotFrame, values: (value: number) => string): uPlot.Axis {
  return {
    stroke: colours["ink-3"],
    font: FONT,
    size: LEFT,
    gap: 6,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
    values: (_, splits) => splits.map(values),
  };
}

/** Hatches the time in which nobody looked, under the lines. */
export function drawUnseen({ unseen, colours }: PlotFrame): (plot: uPlot) => void {
  return (plot) => {
    const { ctx: paint, bbox } = plot;
    const ratio = devicePixelRatio || 1;
    for (const { from, to } of unseen) {
      const left = Math.max(bbox.left, plot.valToPos(from, "x", true));
      const right = Math.min(bbox.left + bbox.width, plot.valToPos(to, "x", true));
      if (right - left < 1) continue;
      paint.save();
      paint.beginPath();
      paint.rect(left, bbox.top, right - left, bbox.height);
      paint.clip();
      paint.strokeStyle = colours["unknown-fill"];
      paint.globalAlpha = 0.4;
      paint.lineWidth = ratio;
      paint.beginPath();
      for (let x = left - bbox.height; x < right; x += 6 * ratio) {
        paint.moveTo(x, bbox.top + bbox.height);
        paint.lineTo(x + bbox.height, bbox.top);
      }
      paint.stroke();
      paint.restore();
    }
  };
}

/** The line of now, where it is in sight. */
export function drawNow({ now, until, colours }: PlotFrame): (plot: uPlot) => void {
  return (plot) => {
    if (now > until) return;
    const { ctx: paint, bbox } = plot;
    const ratio = devicePixelRatio || 1;
    paint.fillStyle = colours.accent;
    paint.fillRect(plot.valToPos(now, "x", true) - 0.75 * ratio, bbox.top, 1.5 * ratio, bbox.height);
  };
}

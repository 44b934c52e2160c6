/** No element is laid out taller than this, in pixels: browsers stop at 17.9 to 33.5 million, or draw badly before. */
export const TALLEST = 4_000_000;
/** So far from either end a pixel of the scrollbar's range is a pixel of rows. */
const ENDS = 100_000;

/**
 * Rows scroll by a virtual offset; where all of them would be too tall an element, its scrollbar's range is shorter.
 * Near the ends the two run alike, so that both ends are reached by the pixel; between, the virtual one runs faster.
 */
export interface ScrollMap {
  /** Height of the element that is scrolled, in pixels. */
  height: number;
  /** The greatest offset of the rows, and that of the scrollbar. */
  virtualEnd: number;
  physicalEnd: number;
  /** Height of what is in sight. */
  view: number;
}

export function scrollMap(total: number, view: number): ScrollMap {
  const height = Math.min(total, TALLEST);
  return { height, view, virtualEnd: Math.max(0, total - view), physicalEnd: Math.max(0, height - view) };
}

export function toVirtual(map: ScrollMap, physical: number): number {
  const { virtualEnd, physicalEnd } = map;
  if (virtualEnd === physicalEnd || physical <= ENDS) return physical;
  if (physical >= physicalEnd - ENDS) return virtualEnd - (physicalEnd - physical);
  return Math.round(ENDS + ((physical - ENDS) * (virtualEnd - 2 * ENDS)) / (physicalEnd - 2 * ENDS));
}

export function toPhysical(map: ScrollMap, virtual: number): number {
  const { virtualEnd, physicalEnd } = map;
  if (virtualEnd === physicalEnd || virtual <= ENDS) return virtual;
  if (virtual >= virtualEnd - ENDS) return physicalEnd - (virtualEnd - virtual);
  return Math.round(ENDS + ((virtual - ENDS) * (physicalEnd - 2 * ENDS)) / (virtualEnd - 2 * ENDS));
}

/** Where the rows stand: `shift` is the virtual offset less the physical one. */
export interface ScrollPlace {
  physical: number;
  shift: number;
}

export const virtualOf = (place: ScrollPlace): number => place.physical + place.shift;

const clamp = (value: number, end: number): number => Math.max(0, Math.min(end, value));

/**
 * After the browser scrolled to `physical`. A wheel, a finger or a key moves a little and so do the rows, pixel by
 * pixel; what moves further than `far` can only be the scrollbar's thumb, which spans all rows.
 */
export function scrolled(map: ScrollMap, place: ScrollPlace, physical: number, far: number): ScrollPlace {
  const moved = physical - place.physical;
  const virtual = virtualOf(place) + moved;
  const inside = virtual >= 0 && virtual <= map.virtualEnd;
  if (Math.abs(moved) <= far && inside) return { physical, shift: place.shift };
  const target = Math.abs(moved) <= far ? clamp(virtual, map.virtualEnd) : toVirtual(map, physical);
  return { physical, shift: target - physical };
}

/** The place for a virtual offset, with the scrollbar where it belongs. */
export function settled(map: ScrollMap, virtual: number): ScrollPlace {
  const target = clamp(virtual, map.virtualEnd);
  const physical = toPhysical(map, target);
  return { physical, shift: target - physical };
}

/** Whether the scrollbar came to an end before the rows did, so that it has to be put right at once. */
export function isStuck(map: ScrollMap, place: ScrollPlace): boolean {
  const virtual = virtualOf(place);
  return (
    (place.physical <= 0 && virtual > 0) || (place.physical >= map.physicalEnd && virtual < map.virtualEnd)
  );
}

/** The virtual offset that brings a row into sight with the least movement. */
export function offsetFor(row: number, height: number, view: number, virtual: number): number {
  const top = row * height;
  if (top < virtual) return top;
  return Math.max(virtual, top + height - view);
}

import type { Instant } from "@/lib/sandbox/state";

/** Where the sandbox's time was at one moment of real time; between changes it runs `speed` times as fast. */
export interface ClockReading {
  real: number;
  sandbox: Instant;
  speed: number;
}

/** The sandbox's own time. It goes forward only. */
export class Clock {
  #reading: ClockReading;

  constructor(
    reading: ClockReading,
    /** Real time in epoch milliseconds. */
    readonly realNow: () => number = Date.now,
  ) {
    this.#reading = reading;
  }

  now(): Instant {
    const { real, sandbox, speed } = this.#reading;
    return Math.floor(sandbox + Math.max(0, this.realNow() - real) * speed);
  }

  get speed(): number {
    return this.#reading.speed;
  }

  /** How long `ms` of sandbox time last in reality; endless while the clock stands. */
  toReal(ms: number): number {
    return this.speed === 0 ? Number.POSITIVE_INFINITY : ms / this.speed;
  }

  setSpeed(speed: number): void {
    this.#reading = { real: this.realNow(), sandbox: this.now(), speed };
  }

  /** @throws RangeError when `to` lies in the past. */
  jump(to: Instant): void {
    if (to < this.now()) throw new RangeError("The sandbox clock cannot go back.");
    this.#reading = { real: this.realNow(), sandbox: to, speed: this.speed };
  }

  reading(): ClockReading {
    return { ...this.#reading };
  }
}

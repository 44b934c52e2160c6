import { DAILY_SYNC_TIMES, SYNC_FREQUENCIES } from "@/lib/model/schedule";
import { everyMinutes } from "@/lib/model/time";

/** The frequencies that Fivetran takes, for a select. */
export function FrequencyOptions() {
  return SYNC_FREQUENCIES.map((minutes) => (
    <option key={minutes} value={minutes}>
      every {everyMinutes(minutes)}
    </option>
  ));
}

/** The times at which a sync once a day may start, for a select. */
export function DailyTimeOptions() {
  return DAILY_SYNC_TIMES.map((time) => (
    <option key={time} value={time}>
      {time}
    </option>
  ));
}

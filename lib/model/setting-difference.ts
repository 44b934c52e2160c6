/** One setting that changed, in words; secrets are masked. */
export interface SettingDifference {
  /** "sync_frequency", "config.host". */
  name: string;
  from: string;
  to: string;
}

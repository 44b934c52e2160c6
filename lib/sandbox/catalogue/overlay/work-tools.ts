import { overlayBuilder } from "@/lib/sandbox/catalogue/overlay/build-overlay";
import { APPLICATION, LITE, MODELLED } from "@/lib/sandbox/catalogue/overlay/features";

const engineering = overlayBuilder("Engineering", "applications", APPLICATION);
const work = overlayBuilder("Productivity", "applications", APPLICATION);
const security = overlayBuilder("Security", "applications", APPLICATION);
const light = { connector_class: "lite", features: LITE } as const;

export const WORK_TOOLS = [
  engineering("github", "GitHub", "code hosting and review", "2017-04-18", {
    features: MODELLED,
  }),
  engineering("gitlab", "GitLab", "code hosting and delivery", "2022-03-29", light),
  engineering("jira", "Jira", "a tracker of work and defects", "2017-06-13", {
    features: { ...MODELLED, custom_data: true },
  }),
  engineering("azure_devops", "Azure DevOps", "boards and pipelines by Microsoft", "2022-08-30", light),
  engineering("pagerduty", "PagerDuty", "calls to whoever is on duty", "2021-04-06"),
  engineering("datadog", "Datadog", "monitoring of services", "2023-03-14", light),
  engineering("sentry", "Sentry", "a collector of errors in programs", "2022-10-25", light),
  engineering("launchdarkly", "LaunchDarkly", "feature flags", "2021-12-14", light),
  engineering("linear", "Linear", "a tracker of work for product teams", "2022-09-06", light),
  engineering("dbt_cloud", "dbt Cloud", "runs of dbt projects", "2023-07-18", light),
  engineering("aws_cloudtrail", "AWS CloudTrail", "the record of calls to AWS", "2020-07-14", {
    docs: "aws-cloudtrail",
  }),
  engineering("cloudfront", "Amazon CloudFront", "the logs of AWS's content network", "2018-07-31", {
    docs: "amazon-cloudfront",
  }),

  work("asana", "Asana", "tasks and projects of a team", "2017-11-07", { features: MODELLED }),
  work("airtable", "Airtable", "a spreadsheet that is a database", "2021-03-16", {
    features: { ...APPLICATION, custom_data: true },
  }),
  work("monday", "monday.com", "boards for the work of a team", "2021-10-12", { features: MODELLED }),
  work("smartsheet", "Smartsheet", "sheets for planning work", "2021-05-04", {
    features: { ...LITE, custom_data: true },
  }),
  work("notion", "Notion", "notes and small databases", "2022-05-24"),
  work("confluence", "Confluence", "a wiki", "2022-06-28", light),
  work("trello", "Trello", "boards of cards", "2022-06-28", light),
  work("clickup", "ClickUp", "tasks and documents of a team", "2022-07-12", light),
  work("slack", "Slack", "messages within a company", "2022-08-16", light),
  work("zoom", "Zoom", "video meetings", "2022-09-13", light),
  work("gmail", "Gmail", "Google's mail", "2024-02-20", { ...light, service_status: "beta" }),
  work("google_calendar", "Google Calendar", "Google's calendar", "2023-06-27", light),
  work("microsoft_teams", "Microsoft Teams", "messages and meetings within a company", "2023-05-30", light),
  work("typeform", "Typeform", "online forms", "2021-11-30"),
  work("survey_monkey", "SurveyMonkey", "online surveys", "2018-06-19", { docs: "surveymonkey" }),
  work("calendly", "Calendly", "bookable hours", "2023-01-31", light),
  work("harvest", "Harvest", "hours worked", "2021-09-07"),
  work("docebo", "Docebo", "online courses within a company", "2023-08-22", light),
  work("openai", "OpenAI", "use and cost of OpenAI's models", "2025-04-08", {
    ...light,
    service_status: "beta",
  }),

  security("okta", "Okta", "identities and sign-in", "2021-02-23"),
  security("auth0", "Auth0", "sign-in for apps", "2022-11-29", light),
  security("drata", "Drata", "evidence for audits", "2024-06-11", {
    ...light,
    service_status: "private_preview",
  }),
  {
    ...work(
      "fivetran_log",
      "Fivetran Platform",
      "the record of Fivetran's own syncs and changes",
      "2018-05-15",
      {
        features: { ...MODELLED, resync: "connection", deletes: "none" },
      },
    ),
    type: "Log" as const,
    docs: "logs/fivetran-platform",
  },
] as const;

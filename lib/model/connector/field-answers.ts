/** What people look for, and what to do instead: Fivetran's API has no such setting. */
export interface FieldAnswer {
  readonly asked: string;
  readonly answer: string;
}

interface AnswerRow extends FieldAnswer {
  readonly words: string;
  /** Services it is about; absent for all. */
  readonly services?: RegExp;
  /** Where a type has such a field after all, the field is the answer. */
  readonly unless?: RegExp;
}

const SALESFORCE = /^salesforce/;

const ROWS: readonly AnswerRow[] = [
  {
    asked: "bulk_api",
    words: "bulk api, use bulk, bulk 2.0",
    answer:
      "Fivetran's API has no switch for the Bulk API: Fivetran takes it for the first sync and for large changes, and the REST API else. To spare calls, lower the share of the daily API limit or leave tables out of the schema.",
    services: SALESFORCE,
  },
  {
    asked: "bulk_api",
    words: "bulk api, use bulk",
    answer: "Fivetran's API has no switch for a bulk API here: Fivetran decides how each table is read.",
    unless: /bulk/,
  },
  {
    asked: "pk_chunking",
    words: "pk chunking, primary key chunking",
    answer:
      "Fivetran's API has no setting for PK chunking: how large objects are read is Fivetran's choice. To make the first sync smaller, leave tables out of the schema.",
  },
  {
    asked: "chunk_size",
    words: "chunk size, batch size, page size, fetch size",
    answer:
      "Fivetran's API has no chunk or batch size: Fivetran chooses it. To make syncs smaller, leave tables out of the schema.",
  },
  {
    asked: "initial_sync_parallelism",
    words: "initial sync parallelism, parallelism, threads, workers, concurrency",
    answer:
      "Fivetran's API has no setting for parallelism, in the first sync or later. To have some tables sooner, begin with those and add the rest to the schema later.",
  },
  {
    asked: "parallel connections",
    words: "parallel connections, max connections, number of connections",
    answer:
      "Fivetran's API does not limit how many connections it opens to a source. Set a limit for Fivetran's user in the source itself, or read from a replica.",
  },
  {
    asked: "row limit",
    words: "row limit, max rows, maximum rows, where clause, row filter",
    answer:
      "Fivetran's API has no row limit. Leave tables or columns out of the schema; where the type has a field for history, it bounds the first sync.",
  },
  {
    asked: "replication_key",
    words: "replication key, cursor field, cursor column, incremental key, incremental column, bookmark",
    answer:
      "Fivetran's API has no replication key or cursor field: Fivetran finds changed rows by itself. How a table is kept is its sync mode in the schema: soft delete, history or live.",
  },
  {
    asked: "incremental or full sync",
    words: "incremental sync, full refresh, full sync, load type, replication mode",
    answer:
      "Fivetran's API has no choice of incremental or full: Fivetran decides for each table. To read everything again, re-sync the connection or a table.",
    unless: /^update_method$|^sync_method$/,
  },
  {
    asked: "weekly frequency",
    words: "weekly, every week, once a week, days of week, day of week",
    answer:
      "Fivetran's API has no weekly schedule: a day is the longest interval. Set the schedule to manual and start a sync by the API from a scheduler of your own.",
  },
  {
    asked: "cron",
    words: "cron, crontab, cron expression",
    answer:
      "Fivetran's API takes no cron expression that is generally available. Set the schedule to manual and start a sync by the API from your own cron.",
  },
  {
    asked: "less often than daily",
    words: "monthly, every month, less often than daily, every two days, sync less often, biweekly",
    answer:
      "Fivetran syncs once a day at the least. Set the schedule to manual and start each sync by the API, or pause the connection between syncs.",
  },
  {
    asked: "allow_list_ips",
    words: "allow list, allowlist, whitelist, ip addresses, fivetran ips, firewall",
    answer:
      "Fivetran's API does not serve the addresses to allow: its documentation lists them by cloud provider and region of the destination. With an SSH tunnel only the tunnel's host has to let them in.",
  },
  {
    asked: "api_version",
    words: "api version, version of the api",
    answer: "There is no API version to choose here: Fivetran chooses it.",
    unless: /^(?:api_)?version$/,
  },
  {
    asked: "sandbox",
    words: "sandbox, test environment, is sandbox, use sandbox",
    answer:
      "There is no sandbox switch: a Salesforce sandbox is a connector type of its own, salesforce_sandbox. Begin a new connection with it.",
    services: /^salesforce$/,
  },
  {
    asked: "domain_name",
    words: "domain name, my domain, login url, instance url",
    answer: "The organisation's own Salesforce address goes into base_url; there is no domain_name.",
    services: SALESFORCE,
    unless: /^domain/,
  },
  {
    asked: "custom SQL",
    words: "custom sql, custom query, sql query, soql, select statement, query",
    answer:
      "Fivetran's API takes no query of your own: it syncs whole tables. Choose tables and columns in the schema, and shape the data by a transformation or a view in the source.",
    unless: /query|expression/,
  },
  {
    asked: "COPY or streaming",
    words: "copy, copy into, streaming, snowpipe, streaming insert, load method, insert method",
    answer:
      "Fivetran's API has no choice between COPY and streaming: Fivetran decides how the destination is loaded.",
  },
  {
    asked: "connection pool",
    words: "connection pool, pooling, pool size, max pool",
    answer:
      "Fivetran's API has no connection pool settings. Put a pooler of your own before the source, or read from a replica.",
  },
  {
    asked: "timeout",
    words: "timeout, time out, query timeout, statement timeout, connect timeout",
    answer: "Fivetran's API has no timeouts. Set a statement timeout for Fivetran's user in the source.",
    unless: /timeout/,
  },
  {
    asked: "retries",
    words: "retry, retries, max retries, backoff, retry count",
    answer:
      "Fivetran's API has no retry settings. A rescheduled sync is tried again by Fivetran itself, but not where the schedule is manual.",
  },
  {
    asked: "warehouse of a connection",
    words: "virtual warehouse, snowflake warehouse, warehouse size",
    answer:
      "It belongs to the destination, not to this form: Fivetran's API takes it for each connection as destination_configuration.virtual_warehouse.",
    unless: /warehouse/,
  },
  {
    asked: "external secrets manager",
    words:
      "external secrets manager, secrets manager, secret manager, vault, hashicorp vault, azure key vault, aws secrets manager, esm",
    answer:
      "Fivetran's API reads nothing of this connector type from an external secrets manager: its credentials are typed here, or given on a connect card.",
    unless: /^external_secrets_manager_id$/,
  },
  {
    asked: "data masking",
    words: "masking, mask columns, encrypt columns, anonymise, anonymize, pseudonymise, masking algorithm",
    answer:
      "Columns are hashed in the schema step, before the first sync; Fivetran's API has no other masking.",
  },
];

/**
 * Answers for a text that people look for, in one type; only to what none of its fields is.
 * @param names of the type's fields
 * @param found whether the text is the beginning of a field's name: then half a word asks for nothing else
 */
export function fieldAnswers(
  service: string,
  names: readonly string[],
  text: string,
  found: boolean,
): FieldAnswer[] {
  const sought = plain(text);
  if (sought.length < 3) return [];
  const fits = ROWS.filter(
    ({ asked, words, services, unless }) =>
      (services?.test(service) ?? true) &&
      !(unless && names.some((name) => unless.test(name))) &&
      [plain(asked), ...words.split(", ")].some(
        (word) => ` ${sought} `.includes(` ${word} `) || (!found && ` ${word}`.includes(` ${sought}`)),
      ),
  );
  // Where an answer is about the very service, the general one is left out.
  return fits
    .filter((row) => row.services || !fits.some((other) => other.services && other.asked === row.asked))
    .map(({ asked, answer }) => ({ asked, answer }));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[_-]+/g, " ").trim();
}

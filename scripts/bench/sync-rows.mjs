/** Days that the history reaches back: a little longer than it is kept. */
const DAYS = 410;
/**
 * One connection in a hundred syncs every tick, the others in turn once in so many: 10 million syncs of 5,000
 * connections, 1 million of 500.
 */
const TICK_MS = 300_000;
const TURN = 143;
const TICKS = (DAYS * 86_400_000) / TICK_MS;

/**
 * Fills a database with the syncs of its connections over 410 days, in the order in which they ended, and says that
 * somebody looked all the time but for an hour a day.
 *
 * @param {(sql: string) => Promise<{ rows: any[] }>} query
 */
export async function writeSyncs(query) {
  const { rows: indexes } = await query(
    "select indexname, indexdef from pg_indexes where tablename = 'syncs' and indexname <> 'syncs_pkey'",
  );
  for (const { indexname } of indexes) await query(`drop index ${indexname}`);
  await query(`begin; truncate syncs restart identity;${ROWS}; commit`);
  for (const { indexdef } of indexes) await query(indexdef);
  await query("delete from observations");
  await query(LOOKS);
  await query("vacuum (analyze) syncs");
}

const NOW = "(extract(epoch from now()) * 1000)::bigint";

const ROWS = `
  insert into syncs (upstream_id, connection_id, start_seen, start_not_before, end_kind, end_exact, end_seen,
    end_not_before, started_at, started_exact, ended_at, ended_exact, outcome, since, shown, point)
  select upstream_id, id, began, began - 60000, outcome, ended, ended + 20000, ended - 40000, began, false, ended, true,
    outcome, began, true, ended
  from (
    select upstream_id, id, ended, ended - 30000 - (hashint8(ended) & 2147483647) % 240000 as began,
      case when (hashint8(ended + 1) & 2147483647) % 50 = 0 then 'failed' else 'succeeded' end as outcome
    from (
      select due.upstream_id, id, ${NOW} - tick * ${TICK_MS}::bigint - (hashtext(id) & 2147483647) % ${TICK_MS} as ended
      from generate_series(${TICKS - 1}, 0, -1) tick
      join (
        select turn, upstream_id, array_agg(id) as ids
        from generate_series(0, ${TURN - 1}) turn
        join (
          select upstream_id, id, row_number() over (order by md5(id)) as place, count(*) over () as many
          from connections) c
          on c.place <= c.many / 100 or c.place % ${TURN} = turn
        group by 1, 2) due on due.turn = tick % ${TURN}
      cross join lateral unnest(due.ids) id) ends) syncs`;

const LOOKS = `
  insert into observations (upstream_id, began_at, until_at, gap_ms)
  select id, ${NOW} - day * 86400000::bigint, ${NOW} - (day - 1) * 86400000::bigint - case day when 1 then 0 else 3600000 end,
    100000
  from upstreams, generate_series(${DAYS}, 1, -1) day`;

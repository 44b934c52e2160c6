import { overlayBuilder } from "@/lib/sandbox/catalogue/overlay/build-overlay";
import { DATABASE, DOCUMENT_STORE } from "@/lib/sandbox/catalogue/overlay/features";

const postgres = overlayBuilder("Database", "databases", { ...DATABASE, row_filtering: true });
const mysql = overlayBuilder("Database", "databases", { ...DATABASE, row_filtering: true });
const sqlServer = overlayBuilder("Database", "databases", { ...DATABASE, row_filtering: true });
const oracle = overlayBuilder("Database", "databases", DATABASE);
const mongo = overlayBuilder("Database", "databases", DOCUMENT_STORE);
const search = overlayBuilder("Database", "databases", { ...DOCUMENT_STORE, deletes: "some tables" });
const other = overlayBuilder("Database", "databases", DATABASE);
const documents = overlayBuilder("Database", "databases", DOCUMENT_STORE);
const warehouse = overlayBuilder("Warehouse", "databases", DATABASE);

const PG = "an open-source relational database";
const PG_DOCS = { docs: "postgresql" };
const MARIA = { docs: "mariadb" };
const ORACLE_DOCS = { docs: "oracle/oracle-connector" };
const HVA = { docs: "hva-connectors" };
const SERVER = { docs: "sql-server" };

export const DATABASES = [
  postgres("postgres", "PostgreSQL", PG, "2016-05-01", PG_DOCS),
  postgres("postgres_rds", "Amazon RDS for PostgreSQL", "managed PostgreSQL on AWS", "2017-02-14", PG_DOCS),
  postgres(
    "aurora_postgres",
    "Amazon Aurora PostgreSQL",
    "PostgreSQL on Amazon Aurora",
    "2018-06-12",
    PG_DOCS,
  ),
  postgres("azure_postgres", "Azure PostgreSQL", "managed PostgreSQL on Azure", "2018-11-06", PG_DOCS),
  postgres(
    "google_cloud_postgresql",
    "Google Cloud PostgreSQL",
    "managed PostgreSQL on Cloud SQL",
    "2018-03-20",
    PG_DOCS,
  ),
  postgres("heroku_postgres", "Heroku PostgreSQL", "managed PostgreSQL on Heroku", "2016-09-01", PG_DOCS),

  mysql("mysql", "MySQL", "an open-source relational database", "2016-03-01"),
  mysql("mysql_rds", "Amazon RDS for MySQL", "managed MySQL on AWS", "2016-10-04", { docs: "mysql" }),
  mysql("mysql_azure", "Azure MySQL", "managed MySQL on Azure", "2018-11-06", { docs: "mysql" }),
  mysql("google_cloud_mysql", "Google Cloud MySQL", "managed MySQL on Cloud SQL", "2017-08-15", {
    docs: "mysql",
  }),
  mysql("aurora", "Amazon Aurora MySQL", "MySQL on Amazon Aurora", "2017-01-10", { docs: "mysql" }),
  mysql("maria", "MariaDB", "a relational database grown out of MySQL", "2017-06-20", MARIA),
  mysql("maria_rds", "Amazon RDS for MariaDB", "managed MariaDB on AWS", "2017-06-20", MARIA),
  mysql("maria_azure", "Azure MariaDB", "managed MariaDB on Azure", "2018-11-06", {
    ...MARIA,
    service_status: "sunset",
  }),
  mysql("magento_mysql", "Magento MySQL", "the database behind a Magento store", "2018-01-16", {
    docs: "mysql",
  }),

  sqlServer("sql_server", "SQL Server", "Microsoft's relational database", "2016-11-01", SERVER),
  sqlServer("sql_server_rds", "Amazon RDS for SQL Server", "managed SQL Server on AWS", "2017-05-09", SERVER),
  sqlServer("azure_sql_db", "Azure SQL Database", "SQL Server as a service on Azure", "2017-09-12", SERVER),
  sqlServer(
    "azure_sql_managed_db",
    "Azure SQL Managed Instance",
    "a managed SQL Server on Azure",
    "2020-04-07",
    SERVER,
  ),
  sqlServer(
    "google_cloud_sqlserver",
    "Google Cloud SQL Server",
    "managed SQL Server on Cloud SQL",
    "2021-03-02",
    SERVER,
  ),
  other(
    "sql_server_hva",
    "SQL Server - High-Volume Agent",
    "SQL Server read by an agent beside it",
    "2022-05-10",
    HVA,
  ),

  oracle("oracle", "Oracle", "Oracle's relational database", "2017-03-07", ORACLE_DOCS),
  oracle("oracle_rds", "Amazon RDS for Oracle", "managed Oracle on AWS", "2018-02-06", ORACLE_DOCS),
  oracle("oracle_rac", "Oracle RAC", "a cluster of Oracle servers", "2020-08-18", ORACLE_DOCS),
  oracle("oracle_ebs", "Oracle EBS", "the database of Oracle's business suite", "2020-06-16", ORACLE_DOCS),
  other("oracle_hva", "Oracle - High-Volume Agent", "Oracle read by an agent beside it", "2022-05-10", HVA),

  mongo("mongo", "MongoDB", "a document database", "2017-04-11", { docs: "mongodb" }),
  mongo("mongo_sharded", "MongoDB Sharded Cluster", "a document database over several shards", "2020-02-04", {
    docs: "mongodb",
  }),
  mongo(
    "azure_cosmos_for_mongo",
    "Azure Cosmos DB for MongoDB",
    "a document database on Azure",
    "2024-05-14",
    { service_status: "beta" },
  ),
  documents("documentdb", "Amazon DocumentDB", "a document database on AWS", "2020-10-06"),
  documents("cosmos", "Azure Cosmos DB", "a globally distributed database on Azure", "2021-07-13", {
    docs: "cosmos-db",
  }),
  documents("dynamodb", "DynamoDB", "a key-value and document database on AWS", "2018-08-07"),
  documents("firebase", "Firebase", "a platform for mobile apps and its database", "2020-01-14"),

  search("elastic_cloud", "Elastic Cloud", "a hosted search engine", "2022-09-20", { docs: "elasticsearch" }),
  search(
    "es_self_hosted",
    "Elasticsearch - Self-Hosted",
    "a search engine on one's own servers",
    "2022-09-20",
    { docs: "elasticsearch" },
  ),
  search("opensearch", "OpenSearch", "an open-source search engine", "2023-02-07"),

  other("cockroachdb", "CockroachDB", "a distributed SQL database", "2023-03-28"),
  other("sap_hana_db", "SAP HANA", "SAP's in-memory database", "2022-02-15", { docs: "sap-erp/sap-hana" }),
  other("db2luw", "IBM Db2 LUW", "IBM's relational database", "2024-09-17", {
    docs: "db2-luw",
    service_status: "beta",
  }),

  warehouse("snowflake_db", "Snowflake", "a cloud data warehouse", "2021-06-08", { docs: "snowflake" }),
  warehouse("bigquery_db", "BigQuery", "Google's data warehouse", "2022-01-18", { docs: "bigquery" }),
  warehouse("databricks_db", "Databricks", "a lakehouse for data and machine learning", "2023-10-24", {
    docs: "databricks",
  }),
] as const;

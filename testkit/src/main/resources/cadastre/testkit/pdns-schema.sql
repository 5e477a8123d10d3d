/* The tables that PowerDNS 4.7 expects, without indexes: the zones of tests are small. */
create table domains (id integer primary key, name text not null unique collate nocase, master text, last_check integer,
  type text not null, notified_serial integer, account text, options text, catalog text);
create table records (id integer primary key, domain_id integer references domains (id) on delete cascade, name text,
  type text, content text, ttl integer, prio integer, disabled boolean default 0, ordername text, auth bool default 1);
create table supermasters (ip text not null, nameserver text not null collate nocase, account text not null);
create table comments (id integer primary key, domain_id integer not null references domains (id) on delete cascade,
  name text not null, type text not null, modified_at integer not null, account text, comment text not null);
create table domainmetadata (id integer primary key, domain_id integer not null references domains (id) on delete cascade,
  kind text collate nocase, content text);
create table cryptokeys (id integer primary key, domain_id integer not null references domains (id) on delete cascade,
  flags integer not null, active bool, published bool default 1, content text);
create table tsigkeys (id integer primary key, name text collate nocase, algorithm text collate nocase, secret text);

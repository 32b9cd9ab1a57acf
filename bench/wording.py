"""The paragraphs of docs/benchmarks.md that are the same in every run."""

HEAD = """
# Benchmarks

Written by `make bench` on {date}: change nothing here by hand. It makes an archive of {size:,}
statements and one of {small:,}, imports them as `manage.py import_bundle` does, loads the larger
one into [Datasette](https://datasette.io) too, and measures both in one run. `BENCH_STATEMENTS`
sets the size; `BENCH_KEEP=1` keeps the archives, and uses those that an earlier run kept. An
interrupted run goes on with what it had made.
"""

PAGES = """
Medians of seven requests behind two others, by one reader who is signed in and keeps the connection
open, on a warm database. Where a page has a parameter, each request has another value of it; *all*
has none, and is a page that Verbatim has kept. *Again* is the same seven once more, when it may
have kept any of them: while nothing changes, a list is given as it was rendered. Datasette, which
keeps no answers, has been asked each question before. What is to be reached is said of warm pages,
as those asked again are; those asked for the first time stand beside them, since most questions of
a correspondent are new. *List alone* is what a browser gets first that runs our script: where
numbers take long, without them. *SQL* is the best we could write by hand for the same fifty cards,
without count or facets, fetched by psycopg. *List ÷ SQL* sets {rendering:.1f} ms aside, which fifty
cards take to render. The first page of a server that has just started takes {first:.1f} s.
"""

AGAINST = """
## What is compared with what

- **Verbatim**: gunicorn as `make run` starts it, with the embedded PostgreSQL and its settings.
  Each page is whole: the list, all facets with exact counts, the number of results, the timeline.
- **Datasette**: the same public statements in SQLite with FTS5 (porter, unicode61), an index on
  each column that is filtered, sorted or counted, and `ANALYZE`; served as immutable, with a cache
  of 256 MB, its time limits raised so that it answers, and without suggested facets. Its page has
  the facets speaker, kind, language and topic. The ratio that was to be reached is against one
  wide table, as its users make them. *Texts apart* is a layout in its favour: texts and titles
  stand in tables of their own, and its facet of topics has less to copy. Filters by topic and
  counterpart are `_where` conditions on tables beside it; its own `_through` asks the same, but
  mixes up its value with that of another filter.
- Both must find the same number. Words are stemmed by the language of each statement here and all
  as English there, so that numbers of words may differ a little: the tables say by how much.
- **Import floor**: the rows of all tables that the import fills, by COPY in PostgreSQL’s binary
  form, into tables with the same columns, defaults, generated columns and storage, then all their
  indexes. Not in it: reading and checking JSON, finding out who is meant, finding words in their
  sources, constraints, foreign keys, triggers, history.
- **Quotations**: passages of 12 to 40 words out of statements in all languages; a sixth of the
  words dropped, changed or swapped with the next, or all signs and capitals changed, or the end of
  a statement with the beginning of the next one in its document.
"""

LIMITS = """
## What this does not show

- The archives are made up: words by Zipf’s law, few speakers with most statements, seven languages.
  Real ones have words that go together, so that searches for several words find more.
- One reader at a time. Nothing is said of many at once, or of reading while editors write.
- The database fits into the machine’s memory, and has just been vacuumed.
- Datasette answers any question on any table, from a file that needs no server; what Verbatim gains
  it gains by knowing its questions. Its facets on a later page count the rest of the list alone,
  and its pages show less of each statement.
"""

ROOM = """
Medians of seven pages behind two others, each another actor, pair, topic or record: those that most
belongs to. *HTML* is the largest of them as it is sent, compressed.
"""

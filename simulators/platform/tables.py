"""The tables of the store, for SQLAlchemy Core."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

SCHEMA = MetaData()

FACTS = Table("facts", SCHEMA, Column("key", String, primary_key=True), Column("value", String))
CANDIDATES = Table(
    "candidates",
    SCHEMA,
    Column("account", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("id_number", String, index=True),
    Column("salt", LargeBinary, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
SEATS = Table(
    "seats",
    SCHEMA,
    Column("sitting", String, primary_key=True),
    Column("account", String, nullable=False, index=True),
    Column("subject", String, nullable=False),
    Column("session", String, nullable=False),
    Column("admission_number", String, nullable=False),
    Column("code_token", String, nullable=False),
    Column("exam_code", String, nullable=False, unique=True),
    UniqueConstraint("account", "subject", "session"),
)
TOKENS = Table(
    "tokens",
    SCHEMA,
    Column("digest", String, primary_key=True),
    Column("account", String, nullable=False),
    Column("device", String, nullable=False),
    Column("binding", String),
    Column("sitting", String),
)
EVENTS = Table(
    "events",
    SCHEMA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("what", String, nullable=False),
    Column("sitting", String),
    Column("account", String),
    Column("device", String),
    Column("detail", Text, nullable=False),
    Index("events_of_sitting", "sitting", "seq"),
    sqlite_autoincrement=True,
)
UPLOADS = Table(
    "uploads",
    SCHEMA,
    Column("upload", String, primary_key=True),
    Column("sitting", String, nullable=False, index=True),
    Column("binding", String),
    Column("account", String, nullable=False),
    Column("device", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("sha256", String, nullable=False),
    Column("expires", String, nullable=False),
    Column("state", String, nullable=False),
)

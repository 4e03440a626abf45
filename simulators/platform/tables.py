"""The tables of the store, for SQLAlchemy Core."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Sequence,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA, SHARED = MetaData(), MetaData()
"""What every store has, and what processes that share one tell each other beside."""
LAYOUT = 3
"""The number of this layout, kept as SQLite's user_version; 1 was never numbered."""

FACTS = Table("facts", SCHEMA, Column("key", String, primary_key=True), Column("value", String))
ROSTER = Table(
    "roster",
    SCHEMA,
    Column("id_number", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("province", Text, nullable=False),
    Column("candidate_number", String, nullable=False),
    Column("majors", Text, nullable=False),
)
ACCOUNTS = Table(
    "accounts",
    SCHEMA,
    Column("account", String, primary_key=True),
    Column("email", String, unique=True),
    Column("salt", LargeBinary, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
IDENTITIES = Table(
    "identities",
    SCHEMA,
    Column("id_number", String, primary_key=True),
    Column("account", String, nullable=False, unique=True),
    Column("name", Text, nullable=False),
)
SEATS = Table(
    "seats",
    SCHEMA,
    Column("sitting", String, primary_key=True),
    Column("id_number", String, nullable=False, index=True),
    Column("account", String, index=True),
    Column("major", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("session", String, nullable=False),
    Column("admission_number", String, nullable=False),
    Column("code_token", String, nullable=False),
    Column("exam_code", String, nullable=False),
    UniqueConstraint("id_number", "subject", "session"),
    # typed together with the account: another candidate may have the same
    UniqueConstraint("id_number", "exam_code"),
)
TOKENS = Table(
    "tokens",
    SCHEMA,
    Column("digest", String, primary_key=True),
    Column("account", String, nullable=False),
    Column("device", String, nullable=False),
    Column("binding", String),
    Column("sitting", String),
    Column("ended", Boolean, nullable=False, default=False),
    Index("tokens_of_account", "account", "device"),
)
RELEASES = Table(
    "releases",
    SCHEMA,
    Column("number", Integer, primary_key=True),
    Column("app", String, nullable=False),
    Column("version", String, nullable=False),
    Column("notes", Text, nullable=False),
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
    Index("events_of_account", "account", "sitting", "seq"),
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
    Column("length", BigInteger, nullable=False),
    Column("sha256", String, nullable=False),
    Column("expires", String, nullable=False),
    Column("state", String, nullable=False),
    Index("uploads_that_expire", "state", "expires"),
)
TELLINGS = Sequence("tellings", metadata=SHARED)
CONTACTS = Table(
    "contacts",
    SHARED,
    Column("sitting", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("number", BigInteger, nullable=False, index=True),
    prefixes=["UNLOGGED"],
)
"""When a main phone was last heard, by whichever process; numbered in the order in which it was told. Not kept through a crash of
the database, as it is not through one of the platform."""

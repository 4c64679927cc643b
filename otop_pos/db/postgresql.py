"""PostgreSQL, shared by several tills."""

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import make_url

LOCK_TIMEOUT_MS = 10_000
CONNECT_TIMEOUT_S = 5


def make_engine(url: str) -> Engine:
    """READ COMMITTED with row locks taken in a fixed order; a lost connection is noticed before use."""
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": CONNECT_TIMEOUT_S,
            "options": f"-c lock_timeout={LOCK_TIMEOUT_MS} -c timezone=UTC -c synchronous_commit=on",
            "application_name": "otop-pos",
        },
    )


def label(url: str) -> str:
    """The address without its password, for messages and logs."""
    return make_url(url).render_as_string(hide_password=True)

"""What everybody in the demo shop signs in with; the lock screen of a demo shop says it."""

from otop_pos.db.database import Database
from otop_pos.domain.right import Role
from otop_pos.services.sign_in import Door, choose_secret
from otop_pos.services.user import list_users

DEMO_PIN = "246802"
DEMO_PASSWORD = "otop-demo"


def give_demo_secrets(database: Database, door: Door) -> None:
    """To everybody who has none yet. Refuses ForeignPepper."""
    for user in database.run(list_users):
        if not user.has_secret:
            choose_secret(database, user.code, DEMO_PASSWORD if user.role is Role.MANAGER else DEMO_PIN, door)

"""How PINs and passwords are kept: argon2id over a peppered digest, so that the books alone give nothing."""

import hashlib
import hmac


def seal(secret: str, pepper: bytes) -> str:
    """What the books keep. Takes a tenth of a second by intent: never on the UI thread, nor in a transaction."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(_peppered(secret, pepper))


def opens(sealed: str, secret: str, pepper: bytes) -> bool:
    """Whether this is the secret that was sealed; costs the same when it is not."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(sealed, _peppered(secret, pepper))
    except (VerificationError, InvalidHashError):
        return False


def pepper_mark(pepper: bytes) -> str:
    """Tells whether two tills have the same pepper without saying which."""
    return hmac.new(pepper, b"otop-pos pepper", hashlib.sha256).hexdigest()[:16]


def _peppered(secret: str, pepper: bytes) -> bytes:
    return hmac.new(pepper, secret.encode(), hashlib.sha256).digest()

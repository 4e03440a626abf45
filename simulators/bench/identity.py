"""Who a probe speaks as: a phone of this world, its candidate, its sitting, and the tokens that it holds."""

from dataclasses import dataclass

from simulators.bench.bodies import Probe
from simulators.door.errors import BadBody
from simulators.world import Handset, Seat, World


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding's id and the token of the phone that holds it."""

    name: str
    token: str


class Identity:
    """One phone, for the length of one probe. What a body does not say follows from the phone's owner."""

    def __init__(self, world: World, udid: str) -> None:
        self._world = world
        self._handset: Handset = world.handset(udid)
        self.device = self._handset.phone.device_id

    def account(self, body: Probe) -> str:
        """The account that the body names, or the owner's, or that of the sitting."""
        if body.account is not None:
            return body.account
        if body.sitting is not None:
            return self._world.whose(body.sitting).person.account
        return self._seat(body).person.account

    def sitting(self, body: Probe) -> str:
        """The sitting that the body names, or the account's of the world's subject and session."""
        if body.sitting is not None:
            return self._world.sitting(body.sitting).sitting
        return self._seat(body).sitting

    def code(self, body: Probe) -> str:
        """What the code of that sitting shows."""
        return self._world.sitting(self.sitting(body)).code

    def candidate_token(self, body: Probe) -> str:
        """The token that this phone has, or would get by logging in to that account."""
        account = self._world.seat(self.account(body)).person.account
        return self._world.platform.token_for(account, self.device)

    def binding(self, body: Probe) -> Bound:
        """The binding that this phone has, or would get, for that sitting."""
        name, token = self._world.platform.binding_of(self.sitting(body), self.device)
        return Bound(name, token)

    def any_token(self, body: Probe) -> str:
        """That of the phone's role: a main phone's by login, an aux phone's by its binding."""
        return self.candidate_token(body) if self._handset.role == "main" else self.binding(body).token

    def _seat(self, body: Probe) -> Seat:
        account = body.account or self._handset.owner
        if account is None:
            raise BadBody("account", None, f"an account, as phone {self._handset.udid} belongs to nobody")
        return self._world.seat(account)

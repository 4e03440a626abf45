"""Signing up on the main phone: a code sent to its number, then the account with its password (R299 to R305)."""

from functools import partial

from sqlalchemy import Executable

from simulators.platform import bodies
from simulators.platform.account_fold import CODE_MINUTES
from simulators.platform.account_guards import Asked, check
from simulators.platform.call import Answer, Call, Later
from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.rates import Bucket
from simulators.platform.refusals import Refusal
from simulators.platform.secret import same

TEXT = "【{app}】您的验证码为{code}，{minutes}分钟内有效，请勿告知他人。"


def send_code(house: House, call: Call) -> Answer:
    """A fresh code; the one before is worth nothing any more."""
    number = call.number = bodies.read(bodies.Code, call.body).phone
    file = house.clerk.look(number, call.at)
    check("code", Asked(file.account, call.at, number))
    asking: list[Bucket] = [("texts by a phone", call.device)] if call.device else []
    house.rates.take(call.at, ("texts to a number", number), *asking)
    file = house.clerk.record(file, Event(call.at, "code_sent", device=call.device or None))
    text = TEXT.format(
        app=house.season.apps["main"].name,
        code=code(house, number, file.account.codes),
        minutes=CODE_MINUTES,
    )
    house.store.afterwards(partial(house.deliver, number, text))
    return Answer(status=204)


def create(house: House, call: Call) -> Later:
    """The password's cost is paid beside the queue; the guards decide before and after."""
    body = bodies.read(bodies.NewAccount, call.body)
    call.number = body.phone
    _guess(house, call, body)
    pay = partial(house.accounts.creation, body.phone, body.password)
    return Later(pay, partial(_create, house, call, body))


def _create(house: House, call: Call, body: bodies.NewAccount, kept: Executable) -> Answer:
    _check(house, call, body)
    file = house.clerk.look(body.phone, call.at)
    created = Event(call.at, "account_created", device=call.device or None)
    house.clerk.record(file, created, alongside=(kept,))
    return Answer({}, status=201)


def code(house: House, number: str, nth: int) -> str:
    """The nth code of a number. It follows from the platform's secret, so that none is kept."""
    return f"{house.chance.child(f'code/{number}/{nth}').random.randrange(10**6):06d}"


def _guess(house: House, call: Call, body: bodies.NewAccount) -> None:
    """The guards, with the guess at the code charged to its number: six digits can be tried out."""
    guess = ("code of a number", body.phone)
    house.rates.take(call.at, guess)
    try:
        _check(house, call, body)
    except Refusal as refusal:
        if refusal.cause != "code_wrong":
            house.rates.give_back(guess)
        raise
    house.rates.give_back(guess)


def _check(house: House, call: Call, body: bodies.NewAccount) -> None:
    account = house.clerk.look(body.phone, call.at).account
    right = same(code(house, body.phone, account.codes), body.code.strip())
    check("create_account", Asked(account, call.at, body.phone, code_right=right, password=body.password))

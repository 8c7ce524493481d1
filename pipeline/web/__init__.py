"""What every HTTP service of ours stands on: who may ask for what, how much, how long; and a server on a socket.

policy        which hosts, which limits, which headers, the token for writes
refusing      the plain answer to what may not be: a status and one sentence, never a path or a line of code
guarding      the policy round an ASGI application
running       uvicorn on a socket that is bound first; senders and readers that take for ever; a graceful end
application   routes and answers: the names of Starlette that our services use
"""

from __future__ import annotations

from pipeline.web.guarding import Answered, Guarded
from pipeline.web.policy import TOKEN_HEADER, Policy, new_token
from pipeline.web.refusing import Refused

__all__ = ["TOKEN_HEADER", "Answered", "Guarded", "Policy", "Refused", "new_token"]

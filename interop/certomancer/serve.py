"""Serves the authority of pki.yml on loopback, at whatever time it is asked to take for now.

usage: serve.py PORT

An address that begins with /at/20250115T100000Z/ is answered as if it were that moment, so that seals, time stamps and
revocation data can be made as they were made years ago.
"""

import sys
from collections.abc import Callable, Iterable

from certomancer.integrations.animator import Animator, AnimatorArchStore
from certomancer.registry import CertomancerConfig
from werkzeug.serving import run_simple

Application = Callable[[dict, Callable], Iterable[bytes]]


def at_any_time(application: Application) -> Application:
    """Turns the moment in an address into the header that certomancer takes it from."""

    def answer(environ: dict, start_response: Callable) -> Iterable[bytes]:
        _, mark, *rest = environ["PATH_INFO"].split("/", 3)
        if mark == "at" and len(rest) == 2:
            environ["HTTP_X_CERTOMANCER_FAKE_TIME"] = rest[0]
            environ["PATH_INFO"] = "/" + rest[1]
        return application(environ, start_response)

    return answer


def main() -> None:
    authority = CertomancerConfig.from_file("pki.yml", ".")
    animator = Animator(AnimatorArchStore(authority.pki_archs), with_web_ui=False)
    run_simple("127.0.0.1", int(sys.argv[1]), at_any_time(animator), threaded=True)


if __name__ == "__main__":
    main()

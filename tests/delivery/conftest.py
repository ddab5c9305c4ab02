from tests.support.relay import in_process_relay

__all__ = ["in_process_relay"]

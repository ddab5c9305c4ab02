"""A limit has a name, a value, a unit and a sentence that says what happens when it is reached."""

from dataclasses import dataclass

from otherside.kernel.errors import LimitReached


@dataclass(frozen=True, slots=True)
class Limit:
    """A ceiling on something a stranger can grow. Each app lists its own in `limits.py`.

    `name` is unique in the house and starts with the app (`relay.frame_bytes_max`); the reference
    page of the docs is generated from these. `reached` completes "When it is reached, ...".
    """

    name: str
    value: int
    unit: str
    reached: str

    def __post_init__(self) -> None:
        if self.value <= 0:
            raise ValueError(f"limit {self.name} must be positive, got {self.value}")
        if "." not in self.name:
            raise ValueError(f"limit {self.name} must start with its app, as in relay.frame_bytes_max")

    def __int__(self) -> int:
        return self.value

    def check(self, amount: int, what: str) -> None:
        """Raises LimitReached when `amount` is above the value; `what` names the thing for the reader."""
        if amount > self.value:
            raise LimitReached(
                f"{what} has {amount} {self.unit}, more than the limit of {self.value}: {self.reached}"
            )


CONTENT_BYTES = Limit("kernel.content_bytes_max", 256_000, "bytes", "the file is refused; shorten it.")
YAML_DEPTH = Limit(
    "kernel.yaml_depth_max", 16, "levels", "the file is refused; nothing that people write nests so deep."
)
YAML_NODES = Limit("kernel.yaml_nodes_max", 20_000, "values", "the file is refused; split it.")

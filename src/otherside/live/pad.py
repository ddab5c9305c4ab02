"""What the warm-up pad says first in each language, so that running something is one key away."""

SAYS = "Hello. This pad is for trying things out; nothing here is judged."

HELLO = {
    "python": f'print("{SAYS}")\n',
    "javascript": f'console.log("{SAYS}");\n',
    "typescript": f'const says: string = "{SAYS}";\nconsole.log(says);\n',
    "java": (
        "public class Main {\n    public static void main(String[] args) {\n"
        f'        System.out.println("{SAYS}");\n    }}\n}}\n'
    ),
    "go": f'package main\n\nimport "fmt"\n\nfunc main() {{\n\tfmt.Println("{SAYS}")\n}}\n',
    "cpp": f'#include <iostream>\n\nint main() {{\n    std::cout << "{SAYS}" << std::endl;\n}}\n',
    "sql": f"SELECT '{SAYS}';\n",
    "bash": f'echo "{SAYS}"\n',
}
FIRST = "python"


def hello(language: str, source_name: str) -> dict[str, str]:
    """The pad's one file in `language`; empty where we know no greeting in it."""
    return {source_name: HELLO.get(language, "")}

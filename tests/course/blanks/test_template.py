import pytest

from grader.course.blanks import fill_template, find_blanks, render_exercise
from grader.course.blanks import solution_without_markers as readable
from grader.errors import CourseError

L2 = '''def l2_gradient(grad, param, rate):
    """荷重減衰を加えた勾配。"""
    return grad + rate * param  # blank: param
'''

LAYER = '''class Affine:
    """全結合層。"""

    def forward(self, x):
        self.x = x  # 逆伝播で使う
        return x @ self.W + self.b  # blank: x @ self.W + self.b

    def backward(self, d_out):
        # blank
        self.d_W = self.x.T @ d_out  # 転置
        self.d_b = d_out.sum(axis=0)
        # end blank
        return d_out @ self.W.T
'''


def test_a_single_blank_has_no_number() -> None:
    assert render_exercise(L2, "l2_gradient.py", "l2_gradient") == (
        "# Fill in every ___, then run / ___ を埋めて実行:  grader check l2_gradient\n"
        "def l2_gradient(grad, param, rate):\n"
        '    """荷重減衰を加えた勾配。"""\n'
        "    return grad + rate * ___\n"
    )


def test_several_blanks_are_numbered_and_a_block_is_one_line() -> None:
    _, text = render_exercise(LAYER, "affine.py", "affine").split("\n", 1)
    assert (
        text
        == '''class Affine:
    """全結合層。"""

    def forward(self, x):
        self.x = x  # 逆伝播で使う
        return ___1

    def backward(self, d_out):
        ___2
        return d_out @ self.W.T
'''
    )


@pytest.mark.parametrize("source", [L2, LAYER, LAYER.replace("\n", "\r\n").replace("    ", "\t")])
def test_an_exercise_imports_and_only_calling_it_fails(source: str) -> None:
    namespace: dict[str, object] = {}
    exec(render_exercise(source, "f.py", "f"), namespace)
    with pytest.raises(NameError, match="___"):
        exec("l2_gradient(1, 2, 3)" if source == L2 else "Affine().forward(1)", namespace)


@pytest.mark.parametrize("source", [L2, LAYER])
def test_the_reference_fills_give_the_solution_back(source: str) -> None:
    template = render_exercise(source, "f.py", "f")
    fills = {blank.label: blank.fill for blank in find_blanks(source, "f.py")}
    header, text = fill_template(template, fills).split("\n", 1)
    assert header.startswith("# Fill in")
    assert text == readable(source, "f.py")


def test_fills_go_in_as_typed_and_blocks_are_moved_to_their_place() -> None:
    template = render_exercise(LAYER, "f.py", "f")
    filled = fill_template(template, {"2": '\n  if d_out:\n      t = """a\n  b"""\n  pass\n'})
    assert '\n        if d_out:\n            t = """a\n  b"""\n        pass\n' in filled
    assert "return ___1" in filled
    assert "rate * param - 1" in fill_template(render_exercise(L2, "f.py", "f"), {"1": "param - 1"})


def test_an_unknown_label_is_refused() -> None:
    with pytest.raises(CourseError, match=r"no blank 3 here; the blanks are: 1, 2"):
        fill_template(render_exercise(LAYER, "f.py", "f"), {"1": "x", "3": "y"})

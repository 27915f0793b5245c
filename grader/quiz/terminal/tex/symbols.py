"""What TeX commands and scripts look like in Unicode."""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


LETTERS = _pairs(
    r"""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ
    omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω
    infty ∞ ell ℓ ldots … cdots ⋯ dots … vdots ⋮ ddots ⋱ top ⊤ emptyset ∅
    forall ∀ exists ∃ prime ′ hbar ℏ Re ℜ Im ℑ % % $ $ # # & & _ _
    """
)
PREFIXES = _pairs("partial ∂ nabla ∇")
BINARY = _pairs(
    r"""
    cdot · times × div ÷ pm ± mp ∓ odot ⊙ otimes ⊗ oplus ⊕ ast * star ⋆ circ ∘ cup ∪ cap ∩
    setminus ∖ wedge ∧ vee ∨
    """
)
RELATIONS = _pairs(
    r"""
    le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ propto ∝ in ∈ notin ∉ ni ∋
    subset ⊂ subseteq ⊆ supset ⊃ to → rightarrow → leftarrow ← gets ← mapsto ↦ Rightarrow ⇒
    Leftarrow ⇐ iff ⇔ Leftrightarrow ⇔ leftrightarrow ↔ longrightarrow ⟶ implies ⇒ mid | parallel ∥
    ll ≪ gg ≫ colon :
    """
)
BIG_OPERATORS = _pairs(r"sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ coprod ∐")
FUNCTIONS = frozenset(
    [
        "log",
        "ln",
        "exp",
        "sin",
        "cos",
        "tan",
        "sinh",
        "cosh",
        "tanh",
        "max",
        "min",
        "sup",
        "inf",
        "lim",
        "arg",
        "det",
        "dim",
        "rank",
        "deg",
        "gcd",
        "ker",
        "Pr",
    ]
)
DELIMITERS = _pairs(
    r"""
    lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lVert ‖ rVert ‖ Vert ‖ | ‖ lvert | rvert | vert |
    langle ⟨ rangle ⟩ { { } } lbrace { rbrace } lbrack [ rbrack ]
    """
)
OPENING = frozenset("([{⌊⌈⟨")
CLOSING = frozenset(")]}⌋⌉⟩")
NAMED_OPENING = frozenset({"lVert", "lvert"})
NAMED_CLOSING = frozenset({"rVert", "rvert"})
SPACES = {
    **dict.fromkeys((",", ":", ";", ">", " ", "enspace", "thinspace", "medspace"), " "),
    **dict.fromkeys(("quad", "qquad"), "   "),
    **dict.fromkeys(("!", "displaystyle", "textstyle", "limits", "nolimits", "nonumber"), ""),
}
UPRIGHT = frozenset(
    [
        "text",
        "textrm",
        "textbf",
        "textit",
        "mathrm",
        "mathbf",
        "mathit",
        "mathsf",
        "mathtt",
        "boldsymbol",
        "bm",
        "operatorname",
        "operatorname*",
        "mathop",
    ]
)
VERBATIM = frozenset({"text", "textrm", "textbf", "textit"})
DOUBLE_STRUCK = _pairs("R ℝ N ℕ Z ℤ Q ℚ C ℂ E 𝔼 P ℙ")
SCRIPT = _pairs("L ℒ E ℰ F ℱ H ℋ N 𝒩 D 𝒟")
ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0305",
    "underline": "\u0332",
    "vec": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
}
ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
BRACKETS = {
    "matrix": ("[", "]"),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "cases": ("{ ", ""),
}
LINES = frozenset(["aligned", "align", "align*", "gathered", "gather", "split"])

SUBSCRIPTS = {
    **dict(zip("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True)),
    **dict(zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)),
    **dict(zip("βγρϕχ′", "ᵦᵧᵨᵩᵪ′", strict=True)),
}
SUPERSCRIPTS = {
    **dict(zip("0123456789+−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True)),
    **dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)),
    **dict(zip("ABDEGHIJKLMNOPRTUVW⊤", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ", strict=True)),
    **dict(zip("βγδϕχ′*", "ᵝᵞᵟᵠᵡ′*", strict=True)),
}

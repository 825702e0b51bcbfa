"""The drawn pictures of the catalogue: models that have no photo but a subject that can be shown.

    PYTHONPATH=scripts python -m illustrations [models directory] [subject …]

makes every drawing again, or only those named, and writes each beside its model.yaml as `minh-hoa.png`; the same
drawing gives the same bytes on every run. It needs resvg-py, which the tests need too.

To add a subject: write `subjects/NAME.py` with a function `draw()` that returns one SVG picture, put together from the
shared hand (`palette`, `land`, `plants`, `buildings`, `people`, `flag`; `pen` is the only one that writes SVG), and
add one line to the table in `subjects/__init__.py`. Start from the sky and come forward; keep to the ramp of the
model's field; no lettering, no faces, a horizon and a hint of the place. Look at it at 360 pixels wide before anything
else: whoever sees it must know in a second what it is about. Then list it under `anh` in the model with
`loai: minh-hoa` and `giay_phep: cua-du-an`.
"""

"""`/gezond`: whether the site is up and what it shows, for who looks after it. No name of an aid and no path."""

from flask import Blueprint, Response, jsonify

from web.site import site

blueprint = Blueprint("health", __name__)


@blueprint.get("/gezond")
def healthy() -> Response:
    found = site()
    response = jsonify(
        in_orde=True,
        inhoud=found.content,
        code=found.code[:12],
        keuzehulpen=len(found.library.entries),
        weggelaten=found.left_out,
    )
    response.headers["Cache-Control"] = "no-store"
    return response

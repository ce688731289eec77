"""Writes into each statement which request asked it, for those who check a join: the id that nginx gave the request, as a comment."""
from django.db import connection


class Middleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = request.headers.get("X-Request-ID", "nobody")

        def marked(execute, sql, params, many, context):
            return execute(f"{sql} /* asked by {asked} */", params, many, context)

        with connection.execute_wrapper(marked):
            return self.get_response(request)

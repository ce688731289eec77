"""Pages of the talk's advice about caches and about what leaves the server; see advice.py."""
import base64
import hashlib
import random
import time
from django.core.cache import cache, caches
from django.core.cache.utils import make_template_fragment_key
from django.db.models import Avg
from django.http import HttpResponse, HttpResponseServerError, StreamingHttpResponse
from django.urls import path
from shop.advice import done, number, repaired, shown
from shop.models import Product, Review

FAR = caches["far"]  # the same kind of cache, twenty times as far


def gets(request):  # one round trip per item
    keys = [f"advice:{i}" for i in range(number(request))]
    found = cache.get_many(keys) if repaired("gets") else {key: cache.get(key) for key in keys}
    if None in found.values() or len(found) < len(keys):
        cache.set_many({key: "x" for key in keys}, 3600)
    return done(len(found))


def fragments(request):  # a fragment for each row, each fetched by itself; repaired, all are fetched at once
    products = list(Product.objects.order_by("id").select_related("supplier")[:number(request)])
    found = cache.get_many([make_template_fragment_key("row", [each.id]) for each in products]) if repaired("fragments") else {}
    if found:
        return HttpResponse("<!doctype html><title>Shop</title>" + "".join(found.values()))
    return shown(request, products=products, fragment="each")


def lazyfragment(request):  # what the fragment would show is asked for before the cache is
    products = Product.objects.select_related("supplier").annotate(mean=Avg("review__stars")).order_by("-mean", "id")[:number(request)]
    return shown(request, products=products if repaired("lazyfragment") else list(products), fragment="lazy")


def expensive():
    return list(Product.objects.filter(name__contains="9").order_by("-price").values_list("name", flat=True)[:10])


def miss(request):  # stored, and forgotten before it is asked for again
    found = cache.get("advice:miss")
    if found is None:
        found = expensive()
        cache.set("advice:miss", found, 3600 if repaired("miss") else 0)
    return done(found)


def unset(request):  # asked for, and never stored
    found = cache.get("advice:unset")
    if found is None:
        found = expensive()
        if repaired("unset"):
            cache.set("advice:unset", found, 3600)
    return done(found)


def falsy(request):  # an empty answer is stored for a second, and taken for none
    found = cache.get("advice:falsy")
    if found is None or not found and not repaired("falsy"):
        rows = list(Product.objects.filter(name="no such product").values_list("name", flat=True))
        if found is None:
            cache.set("advice:falsy", rows, 3600 if repaired("falsy") else 1)
        found = rows
    return done(found)


def slowcache(request):  # a cache that is further than the database that it stands for; kept for a second
    found = None if repaired("slowcache") else FAR.get("advice:slow")
    if found is None:
        found = Product.objects.get(id=1).name
        if not repaired("slowcache"):
            FAR.set("advice:slow", found, 1)
    return done(found)


def farcache(request):  # six different values of a cache in another region
    store = cache if repaired("farcache") else FAR
    return done([store.get_or_set(f"advice:{word}", word, 3600) for word in ("menu", "prices", "notice", "rates", "shelf", "terms")])


def central(request):  # the same small value for every request, from the cache of all; repaired by one in the process
    store = caches["local"] if repaired("central") else FAR
    return done(store.get_or_set("advice:settings", "settings", 3600))


def report(request):  # made of n statements; the head is known before the first
    def lines():
        yield "<!doctype html><title>Report</title><table>\n" + "<!-- -->\n" * 200
        for key in range(1, 1 + number(request)):
            total = Review.objects.filter(product_id=key).aggregate(Avg("stars"))["stars__avg"]
            yield f"<tr><td>{key}<td>{total}<td>{hashlib.sha512(bytes([key])).hexdigest()}</tr>\n"  # too various to be compressed to nothing
        yield "</table>\n"
    if repaired("report"):
        return StreamingHttpResponse(lines(), headers={"X-Accel-Buffering": "no"})
    return HttpResponse("".join(lines()))


def buffered(request):  # streamed by the application; lab/advice_cases.py has a proxy that holds it back
    def parts():
        for part in range(6):
            yield f"part {part} " + "." * 500 + "\n"
            time.sleep(0.05)
    return StreamingHttpResponse(parts(), content_type="text/plain")


def late(request):  # fails when its head has left; repaired by asking first
    if repaired("late"):
        return HttpResponseServerError("no such product\n")

    def parts():
        yield "first\n" + "." * 2000 + "\n"
        yield Product.objects.get(id=-1).name
    return StreamingHttpResponse(parts(), content_type="text/plain", headers={"X-Accel-Buffering": "no"})


def text(request):  # 500 rows of HTML, for the proxy to compress or not
    return shown(request, products=Product.objects.order_by("id").select_related("supplier")[:500])


def window(request):  # an image in the page that no compression makes small
    size = 2_000 if repaired("window") else 60_000
    image = base64.b64encode(random.Random(1).randbytes(size)).decode()
    return HttpResponse(f'<!doctype html><title>Window</title><img alt="" src="data:image/png;base64,{image}">\n')


urlpatterns = [path(f"{view.__name__}/", view) for view in (
    gets, fragments, lazyfragment, miss, unset, falsy, slowcache, farcache, report, buffered, late, text, window)]
urlpatterns += [path(f"central{word}/", central) for word in ("", "one", "second", "another")]

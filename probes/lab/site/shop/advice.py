"""Pages of the talk's advice: each has one known fault, and has it no more where a file of its name lies in $LAB_RUN/advice.

The URL stays, as it does where a site is mended, so that a prediction is graded by the next snapshot of the same page.
n is how often the fault happens. Which rule is expected on which page stands in lab/advice_cases.py.
"""
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import Avg, Count, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from shop.models import Product, Review, Supplier


def repaired(name):
    return (settings.RUN / "advice" / name).exists()


def number(request, default=20):
    return max(1, min(500, int(request.GET.get("n", default))))


def done(what):
    return HttpResponse(f"{what}\n", content_type="text/plain")


def shown(request, **what):
    return render(request, "advice.html", what)


def select(request):  # the template touches product.supplier
    products = Product.objects.order_by("id")[:number(request)]
    return shown(request, products=products.select_related("supplier") if repaired("select") else products)


def prefetch(request):  # the reviews of each product
    products = Product.objects.order_by("id")
    products = products.prefetch_related("review_set") if repaired("prefetch") else products
    return done([sum(each.stars for each in product.review_set.all()) for product in products[:number(request)]])


def annotate(request):  # how many products each supplier has
    suppliers = Supplier.objects.order_by("id")
    if repaired("annotate"):
        return done([each.many for each in suppliers.annotate(many=Count("product"))[:number(request)]])
    return done([each.product_set.count() for each in suppliers[:number(request)]])


def aggregate(request):  # the worth of each supplier's products
    suppliers = Supplier.objects.order_by("id")
    if repaired("aggregate"):
        return done([each.worth for each in suppliers.annotate(worth=Sum("product__price"))[:number(request)]])
    return done([each.product_set.aggregate(worth=Sum("price"))["worth"] for each in suppliers[:number(request)]])


def python(request):  # the mean of twenty thousand rows, in Python: one statement, and all rows come
    if repaired("python"):
        return done(Review.objects.aggregate(mean=Avg("stars"))["mean"])
    stars = Review.objects.values_list("stars", "text")
    return done(sum(each[0] for each in stars) / 20000)


def denormal(request):  # the same count as in annotate; repaired by a number that is kept
    suppliers = Supplier.objects.order_by("id")
    if repaired("denormal"):
        return done([each.tally.products for each in suppliers.select_related("tally")[:number(request)]])
    return done([each.product_set.count() for each in suppliers[:number(request)]])


def pattern(request):  # two statements for each row
    keys = range(1, 1 + number(request))
    if repaired("pattern"):
        return done([each.supplier.name for each in Product.objects.select_related("supplier").filter(id__in=list(keys))])
    return done([Supplier.objects.get(id=Product.objects.get(id=key).supplier_id).name for key in keys])


def writes(request):  # a row after another; nothing is kept
    reviews = [Review(product_id=1, stars=1, text="written") for _ in range(number(request))]
    with transaction.atomic():
        if repaired("writes"):
            Review.objects.bulk_create(reviews)
        else:
            for each in reviews:
                each.save(force_insert=True)
        transaction.set_rollback(True)
    return done("written")


def lazy(request):  # asks whether, asks how many, asks for the rows
    rows = Product.objects.filter(supplier_id__lte=5).order_by("id")
    if repaired("lazy"):
        found = list(rows)
        return done(f"{len(found)} {[each.name for each in found]}" if found else "none")
    return done(f"{rows.count()} {[each.name for each in rows]}" if rows.exists() else "none")


def same(request):  # a queryset is evaluated wherever it is used
    rows = Supplier.objects.filter(id__lte=5).order_by("id")
    if repaired("same"):
        rows = list(rows)
        return done([[each.name for each in rows] for _ in range(4)])
    return done([[each.name for each in rows.all()] for _ in range(4)])


def savepoints(request):  # a transaction and savepoints around reads
    keys = range(1, 1 + number(request))
    if repaired("savepoints"):
        return done(list(Product.objects.filter(id__in=list(keys)).values_list("name", flat=True)))
    with transaction.atomic():
        names = list(Product.objects.filter(id__in=list(keys)).values_list("name", flat=True))
        for name in names:
            with transaction.atomic():
                names.sort()
    return done(names)


def connection(request):  # CONN_MAX_AGE = 0
    alias = "default" if repaired("connection") else "fresh"
    return done(Product.objects.using(alias).get(id=1).name)


def fardatabase(request):
    alias = "default" if repaired("fardatabase") else "far"
    return done([product.name + supplier.name for product, supplier in [
        (Product.objects.using(alias).get(id=1), Supplier.objects.using(alias).get(id=1))]
        + [(Product.objects.using(alias).filter(name="Product 2").first(), Supplier.objects.using(alias).filter(name="Supplier 2").first())]
        + [(Product.objects.using(alias).order_by("price").first(), Supplier.objects.using(alias).order_by("name").first())]])


class Visitor:
    """A middleware that asks for the same on each page, whoever asks: repaired, it is asked for where it is needed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/advice/visitor") and not repaired("visitor"):
            request.visits = Review.objects.filter(stars=5, product_id=1).first()
            request.shelf = cache.get_or_set("advice:shelf", "shelf", 3600)
            request.owner = Supplier.objects.get(id=2)
        return self.get_response(request)


def visitor(request):
    return done(Product.objects.get(id=3).name)


def visitorone(request):
    return done(Supplier.objects.order_by("name").first().name)


def visitorsecond(request):
    return done(Review.objects.filter(product_id=7).count())


def visitoranother(request):
    return done(Product.objects.order_by("price").first().name)


urlpatterns = [path(f"{view.__name__}/", view) for view in (
    select, prefetch, annotate, aggregate, python, denormal, pattern, writes, lazy, same, savepoints, connection, fardatabase,
    visitor, visitorone, visitorsecond, visitoranother)]

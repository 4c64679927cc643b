"""Which goods the customer's display tells of."""

from dataclasses import replace
from datetime import timedelta

from otop_pos.db.models import ProducerRow
from otop_pos.domain.product import Product
from otop_pos.services.product import add_product
from otop_pos.services.story import list_stories
from tests.factories import TODAY, small_shop


def told(shop, on=TODAY, limit=30):
    return [story.product_en for story in shop.database.run(list_stories, on=on, limit=limit)]


def test_goods_on_the_shelf_are_told_with_their_maker_and_place(database):
    shop = small_shop(database)
    story = next(each for each in database.run(list_stories, on=TODAY) if each.product_en == "Honey 500 g")
    assert (story.product_th, story.maker_th) == ("น้ำผึ้งรวง 500 กรัม", shop.farmer.name_th)
    assert (story.place_th, story.place_en) == ("ต.หางดง อ.ฮอด จ.เชียงใหม่", "Hang Dong, Hot, Chiang Mai")


def test_the_makers_own_words_come_along(database):
    shop = small_shop(database)

    def write_story(session):
        session.get(ProducerRow, shop.farmer.id).story_th = "ผึ้งของเราเก็บน้ำหวานจากสวนลำไย\n"

    database.run(write_story)
    stories = {story.maker_th: story for story in database.run(list_stories, on=TODAY)}
    assert stories[shop.farmer.name_th].text_th == "ผึ้งของเราเก็บน้ำหวานจากสวนลำไย"
    assert stories[shop.weaver.name_th].text_th == stories[shop.weaver.name_th].text_en == ""


def test_what_is_not_on_the_shelf_is_not_told(database):
    assert told(small_shop(database, stock=0)) == []


def test_restricted_goods_are_not_advertised(database):
    shop = small_shop(database)
    spirit = Product("P000009", "สุรากลั่น", "Rice spirit", price=29_000, restricted=True, producer_id=shop.farmer.id)
    shop.receive(database.run(add_product, spirit), 1000)
    assert "Rice spirit" not in told(shop)


def test_goods_that_came_twice_are_told_once(database):
    shop = small_shop(database)
    shop.receive(shop.honey, 2000)
    assert sorted(told(shop)) == ["Honey 500 g", "Indigo shawl", "Mudmee silk"]


def test_the_order_holds_all_day_and_is_another_on_other_days(database):
    shop = small_shop(database)
    for number in range(6):
        jar = replace(shop.honey, sku=f"P10000{number}", name_en=f"Honey {number}", codes=(), id=0)
        shop.receive(database.run(add_product, jar), 1000)
    orders = [told(shop, TODAY + timedelta(days=day)) for day in range(5)]
    assert told(shop) == orders[0]
    assert len({tuple(order) for order in orders}) > 1


def test_every_maker_is_told_of_before_any_has_a_second_turn(database):
    shop = small_shop(database)
    for day in range(7):
        first, second = shop.database.run(list_stories, on=TODAY + timedelta(days=day), limit=2)
        assert {first.maker_th, second.maker_th} == {shop.weaver.name_th, shop.farmer.name_th}

"""Rules about actors that only a trigger can hold."""

import pgtrigger


def keep_former_address(table: str, owner: str) -> pgtrigger.Trigger:
    """Give the trigger by which the slug that a record had goes on leading to it.

    `table` is that of the former addresses, `owner` its column of the record: names of ours.
    """
    return pgtrigger.Trigger(
        name="keep_former_address",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("slug"),
        condition=pgtrigger.Q(old__slug__df=pgtrigger.F("new__slug")),
        func=f"""
        DELETE FROM {table} WHERE slug = NEW.slug;
        INSERT INTO {table} (slug, {owner}) VALUES (OLD.slug, NEW.id)
            ON CONFLICT (slug) DO UPDATE SET {owner} = EXCLUDED.{owner};
        RETURN NULL;
    """,  # noqa: S608
    )


def take_up_address(table: str) -> pgtrigger.Trigger:
    """Give the trigger by which a slug that a new record takes up is no longer a former one."""
    return pgtrigger.Trigger(
        name="take_up_address",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        func=f"DELETE FROM {table} WHERE slug = NEW.slug; RETURN NULL;",  # noqa: S608
    )


KEEP_FORMER_ADDRESS = keep_former_address("actors_formeraddress", "actor_id")
TAKE_UP_ADDRESS = take_up_address("actors_formeraddress")

# A merge is told as it was; that it was undone is added once.
MERGES_STAND = pgtrigger.Trigger(
    name="stands",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func="""
        IF OLD.undone_at IS NOT NULL
            OR to_jsonb(NEW) - ARRAY['undone_at', 'undone_by_id', 'not_put_back']
                <> to_jsonb(OLD) - ARRAY['undone_at', 'undone_by_id', 'not_put_back'] THEN
            RAISE check_violation USING CONSTRAINT = 'merge_stands',
                MESSAGE = 'The log of merges is not rewritten.';
        END IF;
        RETURN NEW;
    """,
)

HOLDERS_ARE_PERSONS = pgtrigger.Trigger(
    name="holders_are_persons",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("kind"),
    condition=pgtrigger.Q(old__kind="person") & ~pgtrigger.Q(new__kind="person"),
    func="""
        IF EXISTS (SELECT FROM actors_tenure WHERE person_id = NEW.id) THEN
            RAISE check_violation USING CONSTRAINT = 'tenure_is_of_a_person',
                MESSAGE = 'Only a person holds a post, and this actor held some.';
        END IF;
        RETURN NEW;
    """,
)

TENURE_OF_A_PERSON = pgtrigger.Trigger(
    name="of_a_person",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("person_id"),
    func="""
        IF (SELECT kind FROM actors_actor WHERE id = NEW.person_id) <> 'person' THEN
            RAISE check_violation USING CONSTRAINT = 'tenure_is_of_a_person',
                MESSAGE = 'Only a person holds a post.';
        END IF;
        RETURN NEW;
    """,
)

"""Rules about actors that only a trigger can hold."""

import pgtrigger

# The address that an actor had goes on leading to it; one that is taken up again is no longer
# a former one.
KEEP_FORMER_ADDRESS = pgtrigger.Trigger(
    name="keep_former_address",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("slug"),
    condition=pgtrigger.Q(old__slug__df=pgtrigger.F("new__slug")),
    func="""
        DELETE FROM actors_formeraddress WHERE slug = NEW.slug;
        INSERT INTO actors_formeraddress (slug, actor_id) VALUES (OLD.slug, NEW.id)
            ON CONFLICT (slug) DO UPDATE SET actor_id = EXCLUDED.actor_id;
        RETURN NULL;
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

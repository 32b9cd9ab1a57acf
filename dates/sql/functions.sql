-- EDTF in the database: the texts that dates.grammar accepts, with the same days; NULL for others.
-- Generated columns use these functions, so all of them are immutable, call one another with the
-- schema (a restore runs with an empty search_path), and cast no text to a date. PL/pgSQL because
-- it keeps its plans: a strict SQL function with a CASE is not inlined, and took twice the time.

-- The days of a date that is no interval: [first, day after the last).
CREATE FUNCTION public.edtf_point_span(edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    bare text := regexp_replace(edtf, '[?~%]$', '');
    first date;
    lasting interval;
BEGIN
    -- No year 0; and the last winter would end after the last year that Python knows.
    IF bare ~ '^(0000|000X|00XX|9999-24)' THEN
        RETURN NULL;
    ELSIF bare ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' THEN
        first := make_date(left(bare, 4)::int, substr(bare, 6, 2)::int, 1) + right(bare, 2)::int - 1;
        IF extract(month FROM first) <> substr(bare, 6, 2)::int THEN
            RETURN NULL;  -- That month is shorter.
        END IF;
        lasting := '1 day';
    ELSIF bare ~ '^[0-9]{4}-(0[1-9]|1[0-2])(-XX)?$' THEN
        first := make_date(left(bare, 4)::int, substr(bare, 6, 2)::int, 1);
        lasting := '1 month';
    ELSIF bare ~ '^[0-9]{4}-2[1-4]$' THEN
        -- Spring (21) begins in March, winter (24) in December.
        first := make_date(left(bare, 4)::int, 3 * right(bare, 1)::int, 1);
        lasting := '3 months';
    ELSIF bare ~ '^[0-9]{4}(-XX){0,2}$' THEN
        first := make_date(left(bare, 4)::int, 1, 1);
        lasting := '1 year';
    ELSIF bare ~ '^[0-9]{3}X$' THEN
        first := make_date(10 * left(bare, 3)::int, 1, 1);
        lasting := '10 years';
    ELSIF bare ~ '^[0-9]{2}XX$' THEN
        first := make_date(100 * left(bare, 2)::int, 1, 1);
        lasting := '100 years';
    ELSE
        RETURN NULL;
    END IF;
    RETURN daterange(first, (first + lasting)::date);
END
$$;

-- The days of any date.
CREATE FUNCTION public.edtf_span(edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    starts daterange;
    ends daterange;
BEGIN
    IF strpos(edtf, '/') = 0 THEN
        RETURN public.edtf_point_span(edtf);
    ELSIF edtf !~ '^[^/]+/[^/]+$' THEN
        RETURN NULL;
    END IF;
    starts := public.edtf_point_span(split_part(edtf, '/', 1));
    ends := public.edtf_point_span(split_part(edtf, '/', 2));
    IF lower(starts) <= lower(ends) AND upper(starts) <= upper(ends) THEN
        RETURN daterange(lower(starts), upper(ends));
    END IF;
    RETURN NULL;
END
$$;

-- The first day of a date. The first branch, here and below, is for the common text: a day that
-- every month has. It is answered without any call.
CREATE FUNCTION public.edtf_earliest(edtf text) RETURNS date
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE WHEN edtf ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$'
        THEN make_date(left(edtf, 4)::int, substr(edtf, 6, 2)::int, right(edtf, 2)::int)
        ELSE lower(public.edtf_span(edtf)) END;
END
$$;

-- The last day of a date.
CREATE FUNCTION public.edtf_latest(edtf text) RETURNS date
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE WHEN edtf ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$'
        THEN make_date(left(edtf, 4)::int, substr(edtf, 6, 2)::int, right(edtf, 2)::int)
        ELSE upper(public.edtf_span(edtf)) - 1 END;
END
$$;

-- The precision of a date, as dates.values.Precision names it.
CREATE FUNCTION public.edtf_precision(edtf text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE
        WHEN edtf ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$' THEN 'day'
        WHEN public.edtf_span(edtf) IS NULL THEN NULL
        WHEN strpos(edtf, '/') > 0 THEN 'interval'
        WHEN edtf ~ '^..XX' THEN 'century'
        WHEN edtf ~ '^...X' THEN 'decade'
        WHEN edtf ~ '^....-2' THEN 'season'
        WHEN edtf ~ '^....-..-[0-9]' THEN 'day'
        WHEN edtf ~ '^....-[0-9]' THEN 'month'
        ELSE 'year' END;
END
$$;

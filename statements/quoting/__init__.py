"""Whether the archive holds a quotation: rules that know no request."""

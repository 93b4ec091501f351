"""From bytes to rows: structure first, then cells. A fast path that only accepts, a slow path that explains."""

"""Text into exact numbers and expressions, by a small grammar; nothing is ever evaluated as code."""

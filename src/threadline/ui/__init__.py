"""The screens' common ground: base pages, components, form rendering, error pages. It knows no review."""

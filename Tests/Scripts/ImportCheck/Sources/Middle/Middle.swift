import Lower

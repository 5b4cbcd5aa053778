@preconcurrency public import Glibc
import Middle
import struct Middle.Thing

/// What stands in text is no import:
/// import Lower
let text = """
    import Lower
    """

import Foundation
import FoundationEssentials
public import Lower
@_spi(Inner) import Lower.Sub
import Testing
internal import func Lower.doIt

import Foundation
import Testing

@testable import Middle
@testable import Upper

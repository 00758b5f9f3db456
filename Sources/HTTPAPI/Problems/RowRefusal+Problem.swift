import Domain
import Services

extension RowRefusal {
    /// The refusal with its pointers at the row that was sent.
    var problem: Problem {
        var problem = error.problem
        guard let row else { return problem }
        problem.faults = problem.faults.map { fault in
            guard case .pointer(let pointer) = fault.place else { return fault }
            return Fault(.pointer("/\(row)\(pointer)"), fault.code, fault.detail)
        }
        return problem
    }
}

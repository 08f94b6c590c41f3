//! Groups of things that lead back to themselves.

/// The strongly connected components of a graph (Tarjan), each behind the ones that it leads to. The stack is its own:
/// a chain of types may be as long as a file.
pub(crate) fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let (mut index, mut low) = (vec![UNSEEN; count], vec![0; count]);
    let mut done = vec![false; count];
    let (mut found, mut stack, mut calls) = (Vec::new(), Vec::new(), Vec::new());
    let mut next_index = 0;
    for root in 0..count {
        if index[root] != UNSEEN {
            continue;
        }
        calls.push((root, 0));
        while let Some((at, edge)) = calls.pop() {
            if edge == 0 {
                index[at] = next_index;
                low[at] = next_index;
                next_index += 1;
                stack.push(at);
            }
            let mut child = None;
            for (offset, to) in edges[at].iter().copied().enumerate().skip(edge) {
                if index[to] == UNSEEN {
                    // Come back behind this edge; the child gives its result to its parent when it ends.
                    calls.push((at, offset + 1));
                    child = Some(to);
                    break;
                }
                if !done[to] {
                    low[at] = low[at].min(low[to]);
                }
            }
            if let Some(child) = child {
                calls.push((child, 0));
                continue;
            }
            if low[at] == index[at] {
                let start = stack.iter().rposition(|member| *member == at).unwrap_or(0);
                let component = stack.split_off(start);
                component.iter().for_each(|member| done[*member] = true);
                found.push(component);
            }
            if let Some((parent, _)) = calls.last() {
                low[*parent] = low[*parent].min(low[at]);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::components;

    fn sorted(edges: &[&[usize]]) -> Vec<Vec<usize>> {
        let edges: Vec<Vec<usize>> = edges.iter().map(|to| to.to_vec()).collect();
        let mut found = components(&edges);
        found.iter_mut().for_each(|component| component.sort_unstable());
        found
    }

    #[test]
    fn what_a_component_leads_to_stands_before_it() {
        assert_eq!(sorted(&[&[1], &[2], &[]]), [vec![2], vec![1], vec![0]]);
        assert_eq!(sorted(&[&[1], &[0, 2], &[3], &[2]]), [vec![2, 3], vec![0, 1]]);
        assert_eq!(sorted(&[&[0]]), [vec![0]]);
        assert_eq!(sorted(&[&[1, 2], &[3], &[3], &[1]]), [vec![1, 3], vec![2], vec![0]]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let count = 100_000;
        let chain: Vec<Vec<usize>> = (0..count).map(|at| vec![(at + 1) % count]).collect();
        assert_eq!(components(&chain).len(), 1);
    }
}
